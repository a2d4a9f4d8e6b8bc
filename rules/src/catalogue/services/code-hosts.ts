import type { Framework } from '../framework.js';

const octokit = 'Member[Octokit].Instance.Member[rest]';
const deploy = { effect: 'deploy', highImpact: true } as const;
/** What strangers write, in a place that others cannot read. */
const inbox = { effect: 'data-read', highImpact: false, exposes: ['private-read', 'untrusted-in'] } as const;
const records = { effect: 'data-read', highImpact: false } as const;

export const github = {
  id: 'octokit',
  title: 'Octokit',
  language: 'javascript',
  modules: ['@octokit/rest', 'octokit', '@octokit/core'],
  ai: false,
  checkedAgainst: { '@octokit/rest': ['22'] },
  clients: [{ call: 'Member[Octokit]', credential: 'Argument[0].Member[auth]' }],
  effects: [
    // Repositories that the token can read may be private; everybody can open an issue.
    {
      ...inbox,
      call: `${octokit}.Member[issues].Member[get,list,listForRepo,listComments]`,
    },
    { ...inbox, call: `${octokit}.Member[pulls].Member[get,list,listReviews,listReviewComments]` },
    { ...records, call: `${octokit}.Member[repos].Member[getContent,getReadme]` },
    { ...deploy, call: `${octokit}.Member[pulls].Member[merge]` },
    {
      ...deploy,
      call: `${octokit}.Member[repos].Member[delete,merge,createOrUpdateFileContents,deleteFile,createRelease,deleteRelease,update,transfer,createDispatchEvent]`,
    },
    { ...deploy, call: `${octokit}.Member[git].Member[createRef,updateRef,deleteRef]` },
    { ...deploy, call: `${octokit}.Member[actions].Member[createWorkflowDispatch,createOrUpdateRepoSecret]` },
    {
      effect: 'identity',
      highImpact: true,
      call: `${octokit}.Member[repos].Member[addCollaborator,removeCollaborator]`,
    },
    { effect: 'message', highImpact: true, call: `${octokit}.Member[issues].Member[create,createComment,update]` },
    { effect: 'message', highImpact: true, call: `${octokit}.Member[pulls].Member[create,createReview]` },
  ],
  sources: [
    {
      kind: 'retrieved',
      path: `${octokit}.Member[issues,pulls].Member[get,list].ReturnValue.Member[data]`,
      label: 'text of an issue',
    },
    {
      kind: 'retrieved',
      path: `${octokit}.Member[repos].Member[getContent,getReadme].ReturnValue.Member[data]`,
      label: 'file of a repository',
    },
    {
      kind: 'retrieved',
      path: `${octokit}.Member[issues].Member[listComments].ReturnValue.Member[data]`,
      label: 'comment',
    },
  ],
} as const satisfies Framework;

export const git = {
  id: 'simple-git',
  title: 'simple-git',
  language: 'javascript',
  modules: ['simple-git'],
  ai: false,
  checkedAgainst: {},
  sinks: [
    {
      kind: 'process-arguments',
      call: 'Member[default,simpleGit].ReturnValue.Member[raw,clone,push,pull,fetch,checkout,diff,log]',
      at: 'Argument[0..]',
      effect: 'exec',
    },
  ],
  effects: [{ ...deploy, call: 'Member[default,simpleGit].ReturnValue.Member[push,pushTags]' }],
} as const satisfies Framework;

/** Commands of the AWS SDK say what is done; `client.send` runs them. */
export const cloud = {
  id: 'cloud',
  title: 'Cloud services',
  language: 'javascript',
  modules: [
    '@aws-sdk/client-s3',
    '@aws-sdk/client-ec2',
    '@aws-sdk/client-iam',
    '@aws-sdk/client-rds',
    '@aws-sdk/client-dynamodb',
    '@aws-sdk/client-lambda',
    '@google-cloud/storage',
    '@kubernetes/client-node',
  ],
  ai: false,
  checkedAgainst: {},
  effects: [
    {
      ...deploy,
      call: 'Member[DeleteObjectCommand,DeleteObjectsCommand,DeleteBucketCommand,PutBucketPolicyCommand]',
      module: '@aws-sdk/client-s3',
    },
    {
      ...deploy,
      call: 'Member[TerminateInstancesCommand,StopInstancesCommand,RunInstancesCommand]',
      module: '@aws-sdk/client-ec2',
    },
    {
      effect: 'identity',
      highImpact: true,
      call: 'Member[AttachUserPolicyCommand,AttachRolePolicyCommand,PutUserPolicyCommand,CreateAccessKeyCommand,CreateUserCommand,DeleteUserCommand]',
      module: '@aws-sdk/client-iam',
    },
    { ...deploy, call: 'Member[DeleteDBInstanceCommand,DeleteDBClusterCommand]', module: '@aws-sdk/client-rds' },
    {
      effect: 'db-write',
      highImpact: true,
      call: 'Member[DeleteTableCommand,DeleteItemCommand]',
      module: '@aws-sdk/client-dynamodb',
    },
    { ...deploy, call: 'Member[UpdateFunctionCodeCommand,DeleteFunctionCommand]', module: '@aws-sdk/client-lambda' },
    {
      ...deploy,
      call: 'Member[Storage].Instance.Member[bucket].ReturnValue.Member[delete,deleteFiles]',
      module: '@google-cloud/storage',
    },
    {
      ...deploy,
      call: 'Member[Storage].Instance.Member[bucket].ReturnValue.Member[file].ReturnValue.Member[delete]',
      module: '@google-cloud/storage',
    },
  ],
} as const satisfies Framework;

export const googleApis = {
  id: 'googleapis',
  title: 'Google APIs',
  language: 'javascript',
  modules: ['googleapis'],
  ai: false,
  checkedAgainst: {},
  effects: [
    {
      ...inbox,
      call: 'Member[google].Member[gmail].ReturnValue.Member[users].Member[messages,threads].Member[get]',
    },
    {
      ...records,
      call: 'Member[google].Member[drive].ReturnValue.Member[files].Member[get,export]',
    },
    { ...records, call: 'Member[google].Member[calendar].ReturnValue.Member[events].Member[get,list]' },
    {
      ...records,
      call: 'Member[google].Member[sheets].ReturnValue.Member[spreadsheets].Member[values].Member[get,batchGet]',
    },
    { ...records, call: 'Member[google].Member[docs].ReturnValue.Member[documents].Member[get]' },
    {
      effect: 'mail',
      highImpact: true,
      call: 'Member[google].Member[gmail].ReturnValue.Member[users].Member[messages].Member[send,delete,batchDelete,trash]',
    },
    {
      effect: 'message',
      highImpact: true,
      call: 'Member[google].Member[calendar].ReturnValue.Member[events].Member[insert,update,delete]',
    },
    {
      effect: 'fs-delete',
      highImpact: true,
      call: 'Member[google].Member[drive].ReturnValue.Member[files].Member[delete]',
    },
    {
      effect: 'identity',
      highImpact: true,
      call: 'Member[google].Member[drive].ReturnValue.Member[permissions].Member[create,delete]',
    },
  ],
  sources: [
    {
      kind: 'retrieved',
      path: 'Member[google].Member[gmail].ReturnValue.Member[users].Member[messages].Member[get].ReturnValue.Member[data]',
      label: 'mail',
    },
    {
      kind: 'retrieved',
      path: 'Member[google].Member[drive].ReturnValue.Member[files].Member[get,export].ReturnValue.Member[data]',
      label: 'document',
    },
  ],
} as const satisfies Framework;

/** Sandboxes run code elsewhere, so that their run methods are no sinks. */
export const notion = {
  id: 'notion',
  title: 'Notion',
  language: 'javascript',
  modules: ['@notionhq/client'],
  ai: false,
  checkedAgainst: {},
  clients: [{ call: 'Member[Client]', credential: 'Argument[0].Member[auth]' }],
  effects: [
    { ...records, call: 'Member[Client].Instance.Member[pages].Member[retrieve]' },
    { ...records, call: 'Member[Client].Instance.Member[databases,dataSources].Member[query]' },
    { ...records, call: 'Member[Client].Instance.Member[blocks].Member[children].Member[list]' },
    { effect: 'db-write', highImpact: true, call: 'Member[Client].Instance.Member[blocks].Member[delete]' },
  ],
} as const satisfies Framework;
