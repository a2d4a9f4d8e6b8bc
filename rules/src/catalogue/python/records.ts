import type { Framework } from '../framework.js';

const sessions = [
  'Member[Session,AsyncSession,scoped_session].Instance',
  'Member[sessionmaker,async_sessionmaker,scoped_session].ReturnValue.ReturnValue',
] as const;
const collections = [
  'Member[MongoClient,AsyncMongoClient,AsyncIOMotorClient].Instance.Member[*].Member[*]',
  'Member[MongoClient,AsyncMongoClient].Instance.Member[get_database].ReturnValue.Member[*]',
  'Member[Collection].Instance',
  'Member[Database].Instance.Member[*]',
] as const;

/** Reads of object mappers and document databases that give everything there is unless something bounds them. */
export const pythonRecordReads: Framework = {
  id: 'record-reads-python',
  title: 'Database',
  language: 'python',
  modules: ['sqlalchemy/*', 'sqlmodel/*', 'django/*', 'pymongo/*', 'motor/*', 'supabase/*'],
  ai: false,
  checkedAgainst: {},
  records: [
    ...(['sqlalchemy/*', 'sqlmodel/*'] as const).flatMap((module) => [
      ...sessions.map((session) => ({ module, call: `${session}.Member[query]`, name: 'Argument[0]' })),
      { module, call: 'Member[select]', name: 'Argument[0]' },
    ]),
    { module: 'django/*', call: 'Member[Model].Member[objects].Member[all]' },
    ...(['pymongo/*', 'motor/*'] as const).flatMap((module) =>
      collections.map((made) => ({
        module,
        call: `${made}.Member[find]`,
        bounds: ['Argument[0,filter]', 'Argument[limit]'],
      })),
    ),
    {
      module: 'supabase/*',
      call: 'Member[create_client,Client].ReturnValue.Member[table,from_].ReturnValue.Member[select]',
      name: 'Receiver.Argument[0]',
    },
  ],
};
