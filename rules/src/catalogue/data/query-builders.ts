import type { Framework } from '../framework.js';

const statement = { kind: 'sql', at: 'Argument[0]', effect: 'sql' } as const;
const read = { effect: 'data-read', highImpact: false } as const;

export const prisma = {
  id: 'prisma',
  title: 'Prisma',
  language: 'javascript',
  modules: ['@prisma/client', '@prisma/client/*'],
  ai: false,
  checkedAgainst: {},
  // `$queryRaw` and `$executeRaw` are tagged templates that take values as parameters.
  sinks: [
    { ...statement, call: 'Member[PrismaClient].Instance.Member[$queryRawUnsafe,$executeRawUnsafe]' },
    { ...statement, call: 'Member[Prisma].Member[raw]' },
  ],
  effects: [
    {
      ...read,
      call: 'Member[PrismaClient].Instance.Member[*].Member[findMany,findFirst,findFirstOrThrow,findUnique,findUniqueOrThrow]',
    },
    {
      call: 'Member[PrismaClient].Instance.Member[*].Member[delete,deleteMany]',
      effect: 'db-write',
      highImpact: true,
    },
    {
      call: 'Member[PrismaClient].Instance.Member[*].Member[create,createMany,update,updateMany,upsert]',
      effect: 'db-write',
      highImpact: false,
    },
  ],
} as const satisfies Framework;

export const knex = {
  id: 'knex',
  title: 'Knex',
  language: 'javascript',
  modules: ['knex'],
  ai: false,
  checkedAgainst: { knex: ['3'] },
  sinks: [
    { ...statement, call: 'Member[default,knex].ReturnValue.Member[raw]' },
    {
      ...statement,
      call: 'Member[default,knex].ReturnValue.ReturnValue.Member[whereRaw,havingRaw,orderByRaw,groupByRaw,joinRaw]',
    },
    { ...statement, call: 'Member[Knex].Instance.Member[raw]' },
  ],
  effects: [
    { ...read, call: 'Member[default,knex].ReturnValue.ReturnValue.Member[select,first,where]' },
    {
      call: 'Member[default,knex].ReturnValue.ReturnValue.Member[del,delete,truncate]',
      effect: 'db-write',
      highImpact: true,
    },
    {
      call: 'Member[default,knex].ReturnValue.ReturnValue.Member[where].ReturnValue.Member[del,delete]',
      effect: 'db-write',
      highImpact: true,
    },
    {
      call: 'Member[default,knex].ReturnValue.ReturnValue.Member[insert,update]',
      effect: 'db-write',
      highImpact: false,
    },
  ],
} as const satisfies Framework;

const drizzle = 'Member[drizzle].ReturnValue';

export const drizzleOrm = {
  id: 'drizzle-orm',
  title: 'Drizzle ORM',
  language: 'javascript',
  modules: [
    'drizzle-orm',
    'drizzle-orm/node-postgres',
    'drizzle-orm/better-sqlite3',
    'drizzle-orm/libsql',
    'drizzle-orm/mysql2',
    'drizzle-orm/*',
  ],
  ai: false,
  checkedAgainst: { 'drizzle-orm': ['0.45'] },
  // The tag `sql` takes values as parameters; `sql.raw` does not.
  sinks: [{ ...statement, call: 'Member[sql].Member[raw]', module: 'drizzle-orm' }],
  effects: [
    { ...read, call: `${drizzle}.Member[select,selectDistinct]` },
    { ...read, call: `${drizzle}.Member[query].Member[*].Member[findMany,findFirst]` },
    { call: `${drizzle}.Member[delete]`, effect: 'db-write', highImpact: true },
    { call: `${drizzle}.Member[insert,update]`, effect: 'db-write', highImpact: false },
  ],
} as const satisfies Framework;

export const sequelize = {
  id: 'sequelize',
  title: 'Sequelize',
  language: 'javascript',
  modules: ['sequelize', '@sequelize/core', 'sequelize-typescript'],
  ai: false,
  checkedAgainst: { sequelize: ['6'] },
  sinks: [
    { ...statement, call: 'Member[Sequelize].Instance.Member[query]' },
    { ...statement, call: 'Member[Sequelize].Instance.Member[literal]' },
    { ...statement, call: 'Member[literal]' },
    { ...statement, call: 'Member[Sequelize].Member[literal]' },
  ],
  effects: [
    { ...read, call: 'Member[Model].Member[findAll,findOne,findByPk,findAndCountAll]' },
    { call: 'Member[Model].Member[destroy,truncate]', effect: 'db-write', highImpact: true },
  ],
} as const satisfies Framework;

export const typeorm = {
  id: 'typeorm',
  title: 'TypeORM',
  language: 'javascript',
  modules: ['typeorm'],
  ai: false,
  checkedAgainst: { typeorm: ['1'] },
  sinks: [
    { ...statement, call: 'Member[DataSource,EntityManager,Repository].Instance.Member[query]' },
    { ...statement, call: 'Member[DataSource].Instance.Member[createQueryRunner].ReturnValue.Member[query]' },
    { ...statement, call: 'Member[DataSource].Instance.Member[manager].Member[query]' },
  ],
  effects: [
    { ...read, call: 'Member[Repository,EntityManager].Instance.Member[find,findOne,findBy,findOneBy,findAndCount]' },
    {
      ...read,
      call: 'Member[DataSource].Instance.Member[getRepository].ReturnValue.Member[find,findOne,findBy,findOneBy,findAndCount]',
    },
    {
      call: 'Member[Repository,EntityManager].Instance.Member[delete,remove,clear]',
      effect: 'db-write',
      highImpact: true,
    },
    {
      call: 'Member[DataSource].Instance.Member[getRepository].ReturnValue.Member[delete,remove,clear]',
      effect: 'db-write',
      highImpact: true,
    },
  ],
} as const satisfies Framework;

const collection = 'Member[MongoClient].Instance.Member[db].ReturnValue.Member[collection].ReturnValue';

const filter = { kind: 'query-filter', at: 'Argument[0]' } as const;
const filtered =
  'find,findOne,countDocuments,deleteOne,deleteMany,updateOne,updateMany,replaceOne,findOneAndDelete,findOneAndReplace,findOneAndUpdate';

export const mongodb = {
  id: 'mongodb',
  title: 'MongoDB',
  language: 'javascript',
  modules: ['mongodb'],
  ai: false,
  checkedAgainst: { mongodb: ['7'] },
  sinks: [
    // JavaScript that the server evaluates.
    {
      kind: 'code',
      call: `${collection}.Member[find,findOne,countDocuments,deleteMany,updateMany]`,
      at: 'Argument[0].Member[$where]',
      effect: 'sql',
    },
    { kind: 'sql', call: `${collection}.Member[aggregate]`, at: 'Argument[0]', effect: 'sql' },
    { ...filter, call: `${collection}.Member[${filtered}]` },
    { ...filter, call: `Member[Db].Instance.Member[collection].ReturnValue.Member[${filtered}]` },
    { ...filter, call: `Member[Collection].Instance.Member[${filtered}]` },
    {
      kind: 'sql',
      call: 'Member[MongoClient].Instance.Member[db].ReturnValue.Member[command]',
      at: 'Argument[0]',
      effect: 'sql',
    },
  ],
  effects: [
    { ...read, call: `${collection}.Member[find,findOne,aggregate,distinct]` },
    {
      call: `${collection}.Member[deleteOne,deleteMany,drop,findOneAndDelete,bulkWrite]`,
      effect: 'db-write',
      highImpact: true,
    },
    {
      call: 'Member[MongoClient].Instance.Member[db].ReturnValue.Member[dropDatabase,dropCollection]',
      effect: 'db-write',
      highImpact: true,
    },
    {
      call: `${collection}.Member[insertOne,insertMany,updateOne,updateMany,replaceOne]`,
      effect: 'db-write',
      highImpact: false,
    },
  ],
} as const satisfies Framework;

const redisClient = 'Member[createClient,createCluster,createClientPool].ReturnValue';
const search = { kind: 'search-query', at: 'Argument[1]' } as const;

/** Only its search engine reads text as a language; other commands take their arguments apart. */
export const redis = {
  id: 'redis',
  title: 'node-redis',
  language: 'javascript',
  modules: ['redis'],
  ai: false,
  checkedAgainst: {},
  sinks: [
    { ...search, call: `${redisClient}.Member[ft].Member[search,aggregate,SEARCH,AGGREGATE]` },
    {
      ...search,
      call: `${redisClient}.Member[connect].ReturnValue.Member[ft].Member[search,aggregate,SEARCH,AGGREGATE]`,
    },
  ],
} as const satisfies Framework;

export const mongoose = {
  id: 'mongoose',
  title: 'Mongoose',
  language: 'javascript',
  modules: ['mongoose'],
  ai: false,
  checkedAgainst: { mongoose: ['9'] },
  effects: [
    { ...read, call: 'Member[model].ReturnValue.Member[find,findOne,findById,aggregate]' },
    {
      call: 'Member[model].ReturnValue.Member[deleteOne,deleteMany,findByIdAndDelete,findOneAndDelete]',
      effect: 'db-write',
      highImpact: true,
    },
    {
      call: 'Member[model].ReturnValue.Member[create,insertMany,updateOne,updateMany,findByIdAndUpdate]',
      effect: 'db-write',
      highImpact: false,
    },
  ],
} as const satisfies Framework;

export const neo4j = {
  id: 'neo4j',
  title: 'Neo4j',
  language: 'javascript',
  modules: ['neo4j-driver'],
  ai: false,
  checkedAgainst: {},
  sinks: [
    { ...statement, call: 'Member[default].Member[driver].ReturnValue.Member[session].ReturnValue.Member[run]' },
    { ...statement, call: 'Member[driver].ReturnValue.Member[session].ReturnValue.Member[run]' },
    { ...statement, call: 'Member[default].Member[driver].ReturnValue.Member[executeQuery]' },
    { ...statement, call: 'Member[Session].Instance.Member[run]' },
  ],
} as const satisfies Framework;

export const supabase = {
  id: 'supabase',
  title: 'Supabase',
  language: 'javascript',
  modules: ['@supabase/supabase-js', '@supabase/ssr'],
  ai: false,
  checkedAgainst: {},
  effects: [
    {
      ...read,
      call: 'Member[createClient,createServerClient].ReturnValue.Member[from].ReturnValue.Member[select]',
    },
    { ...read, call: 'Member[createClient,createServerClient].ReturnValue.Member[rpc]' },
    {
      call: 'Member[createClient,createServerClient].ReturnValue.Member[from].ReturnValue.Member[delete]',
      effect: 'db-write',
      highImpact: true,
    },
    {
      call: 'Member[createClient,createServerClient].ReturnValue.Member[from].ReturnValue.Member[insert,update,upsert]',
      effect: 'db-write',
      highImpact: false,
    },
    {
      call: 'Member[createClient].ReturnValue.Member[auth].Member[admin].Member[deleteUser,createUser,updateUserById]',
      effect: 'identity',
      highImpact: true,
    },
  ],
} as const satisfies Framework;
