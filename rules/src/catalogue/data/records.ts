import type { Framework } from '../framework.js';

const collection = 'Member[MongoClient].Instance.Member[db].ReturnValue.Member[collection].ReturnValue';
const sequelizeBounds = ['Argument[0].Member[where,limit,include]'];

/** Reads of object mappers and document databases that give everything there is unless something bounds them. */
export const recordReads = {
  id: 'record-reads-js',
  title: 'Database',
  language: 'javascript',
  modules: [
    '@prisma/client',
    'drizzle-orm/*',
    'knex',
    'sequelize',
    'typeorm',
    'mongodb',
    'mongoose',
    '@supabase/supabase-js',
    '@supabase/ssr',
  ],
  ai: false,
  checkedAgainst: {},
  records: [
    {
      module: '@prisma/client',
      call: 'Member[PrismaClient].Instance.Member[*].Member[findMany]',
      bounds: ['Argument[0].Member[where,take,cursor,distinct]'],
    },
    {
      module: 'drizzle-orm/*',
      call: 'Member[drizzle].ReturnValue.Member[query].Member[*].Member[findMany]',
      bounds: ['Argument[0].Member[where,limit]'],
    },
    {
      module: 'drizzle-orm/*',
      call: 'Member[drizzle].ReturnValue.Member[select].ReturnValue.Member[from]',
      name: 'Argument[0]',
    },
    {
      module: 'knex',
      call: 'Member[default,knex].ReturnValue.ReturnValue.Member[select]',
      name: 'Receiver.Argument[0]',
    },
    { module: 'sequelize', call: 'Member[Model].Member[findAll]', bounds: sequelizeBounds },
    {
      module: 'sequelize',
      call: 'Member[Sequelize].Instance.Member[define].ReturnValue.Member[findAll]',
      bounds: sequelizeBounds,
    },
    {
      module: 'typeorm',
      call: 'Member[DataSource].Instance.Member[getRepository].ReturnValue.Member[find]',
      bounds: ['Argument[0].Member[where,take]'],
      name: 'Receiver.Argument[0]',
    },
    {
      module: 'mongodb',
      call: `${collection}.Member[find]`,
      bounds: ['Argument[0]', 'Argument[1].Member[limit]'],
      name: 'Receiver.Argument[0]',
    },
    {
      module: 'mongoose',
      call: 'Member[model].ReturnValue.Member[find]',
      bounds: ['Argument[0]', 'Argument[2].Member[limit]'],
    },
    {
      module: 'mongoose',
      call: 'Member[default].Member[model].ReturnValue.Member[find]',
      bounds: ['Argument[0]', 'Argument[2].Member[limit]'],
    },
    ...(['@supabase/supabase-js', '@supabase/ssr'] as const).map((module) => ({
      module,
      call: 'Member[createClient,createServerClient].ReturnValue.Member[from].ReturnValue.Member[select]',
      bounds: ['Argument[1]'],
      name: 'Receiver.Argument[0]',
    })),
  ],
} as const satisfies Framework;
