import type { Framework } from '../framework.js';

const statement = { kind: 'sql', effect: 'sql' } as const;
const first = 'Argument[0,sql,query,operation,statement]';
const execute = 'Member[execute,executemany,executescript]';
const cursor = 'Member[cursor].ReturnValue';

/** Rows for drivers that follow PEP 249: statements run on a connection or on a cursor of it. */
const dbApi = (module: string, connections: readonly string[], cursors: readonly string[] = []) => [
  ...connections.flatMap((connection) => [
    { ...statement, module, call: `${connection}.${execute}`, at: first },
    { ...statement, module, call: `${connection}.${cursor}.${execute}`, at: first },
  ]),
  ...cursors.map((made) => ({ ...statement, module, call: `${made}.${execute}`, at: first })),
];

/** Drivers of SQL databases. Values go into the second argument, so that only the text is a sink. */
export const pythonSqlDrivers = {
  id: 'python-sql-drivers',
  title: 'SQL driver',
  language: 'python',
  modules: [
    'sqlite3',
    'aiosqlite',
    'psycopg',
    'psycopg_pool',
    'psycopg2',
    'psycopg2.pool',
    'psycopg2.extensions',
    'psycopg.sql',
    'psycopg2.sql',
    'asyncpg',
    'pymysql',
    'MySQLdb',
    'mysql.connector',
    'aiomysql',
    'pyodbc',
    'oracledb',
    'duckdb',
    'snowflake.connector',
    'clickhouse_connect',
    'google.cloud.bigquery',
    'databricks.sql',
    'trino.dbapi',
    'pandas',
    'polars',
    'django.db',
    'django.db.models.expressions',
    'records',
    'databases',
    'peewee',
  ],
  ai: false,
  checkedAgainst: {},
  sinks: [
    ...dbApi('sqlite3', ['Member[connect].ReturnValue', 'Member[Connection].Instance'], ['Member[Cursor].Instance']),
    ...dbApi('aiosqlite', ['Member[connect].ReturnValue', 'Member[Connection].Instance'], ['Member[Cursor].Instance']),
    ...dbApi(
      'psycopg',
      [
        'Member[connect].ReturnValue',
        'Member[Connection,AsyncConnection].Instance',
        'Member[Connection,AsyncConnection].Member[connect].ReturnValue',
      ],
      ['Member[Cursor,AsyncCursor].Instance'],
    ),
    ...dbApi('psycopg_pool', [
      'Member[ConnectionPool,AsyncConnectionPool].Instance.Member[connection,getconn].ReturnValue',
    ]),
    ...dbApi('psycopg2', ['Member[connect].ReturnValue']),
    ...dbApi('psycopg2.extensions', ['Member[connection].Instance'], ['Member[cursor].Instance']),
    ...dbApi('psycopg2.pool', [
      'Member[SimpleConnectionPool,ThreadedConnectionPool].Instance.Member[getconn].ReturnValue',
    ]),
    ...['psycopg.sql', 'psycopg2.sql'].map((module) => ({
      ...statement,
      module,
      call: 'Member[SQL]',
      at: 'Argument[0]',
    })),
    ...[
      'Member[connect].ReturnValue',
      'Member[Connection].Instance',
      'Member[create_pool].ReturnValue',
      'Member[Pool].Instance',
      'Member[create_pool].ReturnValue.Member[acquire].ReturnValue',
      'Member[Pool].Instance.Member[acquire].ReturnValue',
    ].map((made) => ({
      ...statement,
      module: 'asyncpg',
      call: `${made}.Member[execute,executemany,fetch,fetchrow,fetchval,cursor,prepare]`,
      at: 'Argument[0,query]',
    })),
    ...[
      'pymysql',
      'MySQLdb',
      'aiomysql',
      'pyodbc',
      'oracledb',
      'snowflake.connector',
      'databricks.sql',
      'trino.dbapi',
    ].flatMap((module) =>
      dbApi(module, [
        'Member[connect,Connect,Connection].ReturnValue',
        'Member[create_pool].ReturnValue.Member[acquire].ReturnValue',
      ]),
    ),
    ...dbApi('mysql.connector', [
      'Member[connect].ReturnValue',
      'Member[pooling].Member[MySQLConnectionPool].Instance.Member[get_connection].ReturnValue',
    ]),
    { ...statement, module: 'duckdb', call: 'Member[sql,query,execute]', at: 'Argument[0,query]' },
    {
      ...statement,
      module: 'duckdb',
      call: 'Member[connect].ReturnValue.Member[sql,query,execute,executemany]',
      at: 'Argument[0,query]',
    },
    {
      ...statement,
      module: 'duckdb',
      call: 'Member[DuckDBPyConnection].Instance.Member[sql,query,execute]',
      at: 'Argument[0,query]',
    },
    { ...statement, module: 'duckdb', call: 'Member[query_df]', at: 'Argument[2,sql_query]' },
    {
      ...statement,
      module: 'google.cloud.bigquery',
      call: 'Member[Client].Instance.Member[query,query_and_wait]',
      at: 'Argument[0,query]',
    },
    {
      ...statement,
      module: 'clickhouse_connect',
      call: 'Member[get_client].ReturnValue.Member[query,command,query_df]',
      at: 'Argument[0]',
    },
    { ...statement, module: 'pandas', call: 'Member[read_sql,read_sql_query]', at: 'Argument[0,sql]' },
    { ...statement, module: 'polars', call: 'Member[read_database,read_database_uri]', at: 'Argument[0,query]' },
    { ...statement, module: 'django.db', call: `Member[connection].${cursor}.${execute}`, at: first },
    { ...statement, module: 'django.db', call: `Member[connections].Member[*].${cursor}.${execute}`, at: first },
    { ...statement, module: 'django.db.models.expressions', call: 'Member[RawSQL]', at: 'Argument[0,sql]' },
    {
      ...statement,
      module: 'databases',
      call: 'Member[Database].Instance.Member[execute,execute_many,fetch_all,fetch_one,fetch_val,iterate]',
      at: 'Argument[0,query]',
    },
    {
      ...statement,
      module: 'peewee',
      call: 'Member[SqliteDatabase,PostgresqlDatabase,MySQLDatabase].Instance.Member[execute_sql]',
      at: 'Argument[0]',
    },
  ],
  sanitizers: [
    { module: 'psycopg.sql', call: 'Member[Identifier,Literal,Placeholder,SQL]', cleans: ['sql'] },
    { module: 'psycopg2.sql', call: 'Member[Identifier,Literal,Placeholder,SQL]', cleans: ['sql'] },
    { module: 'psycopg2.extensions', call: 'Member[quote_ident,adapt]', cleans: ['sql'] },
  ],
} as const satisfies Framework;

const connections = [
  'Member[create_engine].ReturnValue',
  'Member[create_engine].ReturnValue.Member[connect,begin].ReturnValue',
  'Member[Engine,Connection].Instance',
  'Member[Engine].Instance.Member[connect,begin].ReturnValue',
] as const;
const sessions = [
  'Member[Session,AsyncSession,scoped_session].Instance',
  'Member[sessionmaker,async_sessionmaker,scoped_session].ReturnValue.ReturnValue',
] as const;

/** SQLAlchemy: text that becomes a statement. Expressions and bound parameters are harmless. */
export const sqlAlchemy = {
  id: 'sqlalchemy',
  title: 'SQLAlchemy',
  language: 'python',
  modules: [
    'sqlalchemy',
    'sqlalchemy.sql',
    'sqlalchemy.sql.expression',
    'sqlalchemy.engine',
    'sqlalchemy.orm',
    'sqlalchemy.ext.asyncio',
    'sqlmodel',
  ],
  ai: false,
  checkedAgainst: {},
  sinks: [
    { ...statement, call: 'Member[text,literal_column]', at: 'Argument[0,text]' },
    ...connections.map((made) => ({
      ...statement,
      call: `${made}.Member[execute,exec_driver_sql,scalar,scalars]`,
      at: 'Argument[0,statement]',
    })),
    ...sessions.map((made) => ({
      ...statement,
      call: `${made}.Member[execute,exec,scalar,scalars]`,
      at: 'Argument[0,statement]',
    })),
  ],
  // The call that makes the statement is the place that counts.
  sanitizers: [{ call: 'Member[text,literal_column,select,insert,update,delete]', cleans: ['sql'] }],
} as const satisfies Framework;

const collections = [
  'Member[MongoClient,AsyncMongoClient].Instance.Member[*].Member[*]',
  'Member[AsyncIOMotorClient,MotorClient].Instance.Member[*].Member[*]',
  'Member[MongoClient,AsyncMongoClient].Instance.Member[get_database].ReturnValue.Member[*]',
  'Member[MongoClient,AsyncMongoClient].Instance.Member[*].Member[get_collection].ReturnValue',
  'Member[Collection].Instance',
  'Member[Database].Instance.Member[*]',
] as const;

/** Stores that are not asked in SQL. */
export const pythonDocumentStores = {
  id: 'python-document-stores',
  title: 'Database',
  language: 'python',
  modules: [
    'pymongo',
    'pymongo.collection',
    'pymongo.database',
    'motor.motor_asyncio',
    'redis',
    'redis.asyncio',
    'neo4j',
    'elasticsearch',
    'opensearchpy',
  ],
  ai: false,
  checkedAgainst: {},
  sinks: [
    ...collections.flatMap((made) => [
      {
        kind: 'query-filter' as const,
        call: `${made}.Member[find,find_one,count_documents,find_one_and_update,find_one_and_delete,find_one_and_replace,update_one,update_many,delete_one,delete_many,replace_one,distinct]`,
        at: 'Argument[0,filter]',
      },
      {
        kind: 'code' as const,
        call: `${made}.Member[find,find_one,count_documents,delete_many,update_many]`,
        at: 'Argument[0,filter].Member[$where]',
      },
    ]),
    {
      module: 'redis',
      kind: 'code',
      call: 'Member[Redis,StrictRedis].Instance.Member[eval,eval_ro,register_script]',
      at: 'Argument[0]',
    },
    {
      module: 'redis',
      kind: 'code',
      call: 'Member[from_url].ReturnValue.Member[eval,eval_ro,register_script]',
      at: 'Argument[0]',
    },
    { module: 'redis.asyncio', kind: 'code', call: 'Member[Redis].Instance.Member[eval,eval_ro]', at: 'Argument[0]' },
    ...[
      'Member[GraphDatabase,AsyncGraphDatabase].Member[driver].ReturnValue.Member[session].ReturnValue.Member[run]',
      'Member[GraphDatabase,AsyncGraphDatabase].Member[driver].ReturnValue.Member[execute_query]',
      'Member[Session,AsyncSession,Transaction,ManagedTransaction,AsyncManagedTransaction].Instance.Member[run]',
      'Member[Driver,AsyncDriver].Instance.Member[execute_query]',
      'Member[Driver,AsyncDriver].Instance.Member[session].ReturnValue.Member[run]',
    ].map((call) => ({ ...statement, module: 'neo4j', call, at: 'Argument[0,query,query_]' })),
  ],
  effects: [
    ...collections.flatMap((made) => [
      { call: `${made}.Member[find,find_one,aggregate]`, effect: 'data-read' as const, highImpact: false },
      {
        call: `${made}.Member[insert_one,insert_many,update_one,update_many,replace_one,find_one_and_update]`,
        effect: 'db-write' as const,
        highImpact: false,
      },
      {
        call: `${made}.Member[delete_one,delete_many,drop,find_one_and_delete]`,
        effect: 'db-write' as const,
        highImpact: true,
      },
    ]),
    {
      module: 'elasticsearch',
      call: 'Member[Elasticsearch,AsyncElasticsearch].Instance.Member[search,get]',
      effect: 'data-read',
      highImpact: false,
    },
    {
      module: 'elasticsearch',
      call: 'Member[Elasticsearch,AsyncElasticsearch].Instance.Member[delete,delete_by_query]',
      effect: 'db-write',
      highImpact: true,
    },
  ],
} as const satisfies Framework;
