import type { Framework } from '../framework.js';

/** The first argument is the statement; values go into the second, so that only the text is a sink. */
const statement = { kind: 'sql', at: 'Argument[0]', effect: 'sql' } as const;
const statementOption = { kind: 'sql', at: 'Argument[0].Member[text]', effect: 'sql' } as const;

export const pg = {
  id: 'pg',
  title: 'node-postgres',
  language: 'javascript',
  modules: ['pg', '@neondatabase/serverless', 'pg-promise'],
  ai: false,
  checkedAgainst: { '@types/pg': ['8'] },
  sinks: [
    { ...statement, call: 'Member[Pool,Client].Instance.Member[query]' },
    { ...statementOption, call: 'Member[Pool,Client].Instance.Member[query]' },
    { ...statement, call: 'Member[Pool].Instance.Member[connect].ReturnValue.Member[query]' },
    { ...statement, call: 'Member[PoolClient,ClientBase].Instance.Member[query]' },
  ],
  sanitizers: [
    { call: 'Member[escapeLiteral,escapeIdentifier]', cleans: ['sql'] },
    { call: 'Member[Client].Instance.Member[escapeLiteral,escapeIdentifier]', cleans: ['sql'] },
    {
      call: 'Member[Pool].Instance.Member[connect].ReturnValue.Member[escapeLiteral,escapeIdentifier]',
      cleans: ['sql'],
    },
  ],
} as const satisfies Framework;

export const postgresJs = {
  id: 'postgres-js',
  title: 'Postgres.js',
  language: 'javascript',
  modules: ['postgres', '@vercel/postgres', '@neondatabase/serverless'],
  ai: false,
  checkedAgainst: {},
  // The tagged template takes values as parameters.
  sinks: [
    { ...statement, call: 'Member[default].ReturnValue.Member[unsafe]', module: 'postgres' },
    { ...statement, call: 'Member[sql,db].Member[query]', module: '@vercel/postgres' },
    { ...statement, call: 'Member[neon].ReturnValue.Member[query,unsafe]', module: '@neondatabase/serverless' },
    { ...statement, call: 'Member[Pool,Client].Instance.Member[query]', module: '@neondatabase/serverless' },
  ],
} as const satisfies Framework;

export const mysql2 = {
  id: 'mysql2',
  title: 'MySQL2',
  language: 'javascript',
  modules: ['mysql2', 'mysql2/promise'],
  ai: false,
  checkedAgainst: { mysql2: ['3'] },
  sinks: [
    { ...statement, call: 'Member[createConnection,createPool].ReturnValue.Member[query,execute]' },
    { ...statement, call: 'Member[createPool].ReturnValue.Member[promise].ReturnValue.Member[query,execute]' },
    {
      ...statement,
      call: 'Member[createPool].ReturnValue.Member[getConnection].ReturnValue.Member[query,execute]',
      module: 'mysql2/promise',
    },
    { ...statement, call: 'Member[Pool,Connection,PoolConnection].Instance.Member[query,execute]' },
    {
      kind: 'sql',
      at: 'Argument[0].Member[sql]',
      effect: 'sql',
      call: 'Member[createConnection,createPool].ReturnValue.Member[query,execute]',
    },
  ],
  sanitizers: [
    { call: 'Member[escape,escapeId,format]', cleans: ['sql'] },
    { call: 'Member[createConnection,createPool].ReturnValue.Member[escape,escapeId,format]', cleans: ['sql'] },
    { call: 'Member[Pool,Connection,PoolConnection].Instance.Member[escape,escapeId,format]', cleans: ['sql'] },
  ],
} as const satisfies Framework;

export const mysql = {
  id: 'mysql',
  title: 'mysql',
  language: 'javascript',
  modules: ['mysql'],
  ai: false,
  checkedAgainst: { '@types/mysql': ['2'] },
  sinks: [
    { ...statement, call: 'Member[createConnection,createPool].ReturnValue.Member[query]' },
    { ...statement, call: 'Member[Connection,Pool].Instance.Member[query]' },
  ],
  sanitizers: [
    { call: 'Member[escape,escapeId,format]', cleans: ['sql'] },
    { call: 'Member[createConnection,createPool].ReturnValue.Member[escape,escapeId]', cleans: ['sql'] },
  ],
} as const satisfies Framework;

export const betterSqlite3 = {
  id: 'better-sqlite3',
  title: 'better-sqlite3',
  language: 'javascript',
  modules: ['better-sqlite3'],
  ai: false,
  checkedAgainst: { '@types/better-sqlite3': ['9'] },
  sinks: [
    { ...statement, call: 'Member[default].Instance.Member[prepare,exec]' },
    { ...statement, call: 'Member[default].ReturnValue.Member[prepare,exec]' },
    { ...statement, call: 'Member[Database].Instance.Member[prepare,exec]' },
  ],
} as const satisfies Framework;

export const sqlite3 = {
  id: 'sqlite3',
  title: 'sqlite3',
  language: 'javascript',
  modules: ['sqlite3'],
  ai: false,
  checkedAgainst: { '@types/sqlite3': ['3'] },
  sinks: [
    { ...statement, call: 'Member[Database].Instance.Member[run,get,all,each,exec,prepare]' },
    {
      ...statement,
      call: 'Member[verbose].ReturnValue.Member[Database].Instance.Member[run,get,all,each,exec,prepare]',
    },
  ],
} as const satisfies Framework;

/** Promise wrapper of sqlite3; `open` gives the database. */
export const sqlite = {
  id: 'sqlite',
  title: 'sqlite',
  language: 'javascript',
  modules: ['sqlite'],
  ai: false,
  checkedAgainst: { sqlite: ['5'] },
  sinks: [
    { ...statement, call: 'Member[open].ReturnValue.Member[run,get,all,each,exec,prepare]' },
    { ...statement, call: 'Member[Database].Instance.Member[run,get,all,each,exec,prepare]' },
  ],
} as const satisfies Framework;

export const nodeSqlite = {
  id: 'node-sqlite',
  title: 'Node.js sqlite',
  language: 'javascript',
  modules: ['node:sqlite'],
  ai: false,
  checkedAgainst: {},
  sinks: [{ ...statement, call: 'Member[DatabaseSync].Instance.Member[exec,prepare]' }],
} as const satisfies Framework;

export const bunSqlite = {
  id: 'bun-sqlite',
  title: 'Bun SQLite',
  language: 'javascript',
  modules: ['bun:sqlite'],
  ai: false,
  checkedAgainst: {},
  sinks: [{ ...statement, call: 'Member[Database].Instance.Member[query,run,exec,prepare]' }],
} as const satisfies Framework;

export const libsql = {
  id: 'libsql',
  title: 'libSQL',
  language: 'javascript',
  modules: ['@libsql/client'],
  ai: false,
  checkedAgainst: { '@libsql/client': ['0'] },
  sinks: [
    { ...statement, call: 'Member[createClient].ReturnValue.Member[execute,executeMultiple]' },
    {
      kind: 'sql',
      at: 'Argument[0].Member[sql]',
      effect: 'sql',
      call: 'Member[createClient].ReturnValue.Member[execute]',
    },
    { ...statement, at: 'Argument[0].ArrayElement', call: 'Member[createClient].ReturnValue.Member[batch]' },
    {
      ...statement,
      at: 'Argument[0].ArrayElement.Member[sql]',
      call: 'Member[createClient].ReturnValue.Member[batch]',
    },
    { ...statement, call: 'Member[Client].Instance.Member[execute,executeMultiple]' },
  ],
} as const satisfies Framework;

export const mssql = {
  id: 'mssql',
  title: 'mssql',
  language: 'javascript',
  modules: ['mssql'],
  ai: false,
  checkedAgainst: {},
  sinks: [
    { ...statement, call: 'Member[query]' },
    { ...statement, call: 'Member[connect].ReturnValue.Member[request].ReturnValue.Member[query,batch]' },
    { ...statement, call: 'Member[connect].ReturnValue.Member[query]' },
    { ...statement, call: 'Member[ConnectionPool].Instance.Member[request].ReturnValue.Member[query,batch]' },
    { ...statement, call: 'Member[Request].Instance.Member[query,batch]' },
  ],
} as const satisfies Framework;

export const duckdb = {
  id: 'duckdb',
  title: 'DuckDB',
  language: 'javascript',
  modules: ['duckdb', '@duckdb/node-api'],
  ai: false,
  checkedAgainst: {},
  sinks: [
    { ...statement, call: 'Member[Database].Instance.Member[all,run,exec,each,prepare]' },
    { ...statement, call: 'Member[Database].Instance.Member[connect].ReturnValue.Member[all,run,exec,each,prepare]' },
    {
      ...statement,
      call: 'Member[DuckDBInstance].Member[create].ReturnValue.Member[connect].ReturnValue.Member[run,runAndReadAll,prepare,stream]',
    },
  ],
} as const satisfies Framework;

export const bigQuery = {
  id: 'bigquery',
  title: 'BigQuery',
  language: 'javascript',
  modules: ['@google-cloud/bigquery'],
  ai: false,
  checkedAgainst: {},
  sinks: [
    { ...statement, call: 'Member[BigQuery].Instance.Member[query,createQueryJob]' },
    {
      kind: 'sql',
      at: 'Argument[0].Member[query]',
      effect: 'sql',
      call: 'Member[BigQuery].Instance.Member[query,createQueryJob]',
    },
  ],
} as const satisfies Framework;
