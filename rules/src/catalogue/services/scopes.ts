import type { Framework } from '../framework.js';
import type { SettingRow } from '../setting-rows.js';

/** A scope that gives more than the tasks of an agent need, and what to ask for instead. */
export interface BroadScope {
  readonly scope: string;
  /** A scope that is enough for reading or for one object; absent if that depends on the task. */
  readonly narrower?: string;
}

const google = 'https://www.googleapis.com/auth/';

export const googleScopes: readonly BroadScope[] = [
  { scope: 'https://mail.google.com/', narrower: `${google}gmail.readonly` },
  { scope: `${google}gmail.modify`, narrower: `${google}gmail.readonly` },
  { scope: `${google}gmail.settings.sharing`, narrower: `${google}gmail.settings.basic` },
  { scope: `${google}drive`, narrower: `${google}drive.file` },
  { scope: `${google}calendar`, narrower: `${google}calendar.events` },
  { scope: `${google}contacts`, narrower: `${google}contacts.readonly` },
  { scope: `${google}spreadsheets`, narrower: `${google}spreadsheets.readonly` },
  { scope: `${google}documents`, narrower: `${google}documents.readonly` },
  { scope: `${google}cloud-platform`, narrower: `${google}cloud-platform.read-only` },
  { scope: `${google}devstorage.full_control`, narrower: `${google}devstorage.read_only` },
  { scope: `${google}bigquery`, narrower: `${google}bigquery.readonly` },
  { scope: `${google}admin.directory.user`, narrower: `${google}admin.directory.user.readonly` },
  { scope: `${google}youtube`, narrower: `${google}youtube.readonly` },
];

export const githubScopes: readonly BroadScope[] = [
  { scope: 'repo', narrower: 'public_repo' },
  { scope: 'delete_repo' },
  { scope: 'workflow' },
  { scope: 'admin:org', narrower: 'read:org' },
  { scope: 'admin:enterprise', narrower: 'read:enterprise' },
  { scope: 'admin:repo_hook', narrower: 'read:repo_hook' },
  { scope: 'admin:public_key', narrower: 'read:public_key' },
  { scope: 'delete:packages', narrower: 'read:packages' },
  { scope: 'user', narrower: 'read:user' },
];

export const microsoftScopes: readonly BroadScope[] = [
  { scope: 'Files.ReadWrite.All', narrower: 'Files.Read' },
  { scope: 'Sites.FullControl.All', narrower: 'Sites.Selected' },
  { scope: 'Sites.ReadWrite.All', narrower: 'Sites.Selected' },
  { scope: 'Mail.ReadWrite', narrower: 'Mail.Read' },
  { scope: 'Directory.ReadWrite.All', narrower: 'User.Read' },
  { scope: 'User.ReadWrite.All', narrower: 'User.Read' },
  { scope: 'Group.ReadWrite.All', narrower: 'Group.Read.All' },
  { scope: 'RoleManagement.ReadWrite.Directory' },
  { scope: 'full_access_as_app' },
];

export const slackScopes: readonly BroadScope[] = [
  { scope: 'admin' },
  { scope: 'admin.*' },
  { scope: 'channels:history', narrower: 'app_mentions:read' },
  { scope: 'files:write', narrower: 'files:read' },
];

const note = 'It covers everything in the account, not the objects of the task.';

/** One row per scope, so that each has its own replacement. */
function listed(
  table: readonly BroadScope[],
  place: Pick<SettingRow, 'call' | 'module' | 'subject'> & { readonly at: string },
): readonly SettingRow[] {
  return table.map(({ scope, narrower }) => ({
    meaning: 'overbroad-scope',
    severity: 'warning',
    values: [scope],
    note,
    ...(narrower === undefined ? {} : { replacement: `'${narrower}'` }),
    ...place,
  }));
}

/** A text that holds several scopes, separated by spaces or commas. */
function joined(
  table: readonly BroadScope[],
  place: Pick<SettingRow, 'call' | 'module' | 'subject'> & { readonly at: string },
): SettingRow {
  return {
    meaning: 'overbroad-scope',
    severity: 'warning',
    separated: true,
    values: table.map(({ scope }) => scope),
    note,
    ...place,
  };
}

const googleCalls = ['Member[google].Member[auth].Member[GoogleAuth,JWT]', 'Member[Auth].Member[GoogleAuth,JWT]'];

export const googleAuth: Framework = {
  id: 'google-auth',
  title: 'Google authorization',
  language: 'javascript',
  modules: ['googleapis', 'google-auth-library'],
  ai: false,
  checkedAgainst: {},
  settings: [
    ...[...googleCalls, 'Member[GoogleAuth,JWT]'].flatMap((call) => [
      ...listed(googleScopes, { call, at: 'Argument[0].Member[scopes].ArrayElement', subject: 'GoogleAuth' }),
      joined(googleScopes, { call, at: 'Argument[0].Member[scopes]', subject: 'GoogleAuth' }),
    ]),
    ...['Member[google].Member[auth].Member[OAuth2]', 'Member[OAuth2Client]'].flatMap((client) => [
      ...listed(googleScopes, {
        call: `${client}.Instance.Member[generateAuthUrl]`,
        at: 'Argument[0].Member[scope].ArrayElement',
        subject: 'generateAuthUrl',
      }),
      joined(googleScopes, {
        call: `${client}.Instance.Member[generateAuthUrl]`,
        at: 'Argument[0].Member[scope]',
        subject: 'generateAuthUrl',
      }),
    ]),
  ],
};

export const microsoftAuth: Framework = {
  id: 'microsoft-auth',
  title: 'Microsoft authorization',
  language: 'javascript',
  modules: ['@azure/msal-node', '@azure/msal-browser'],
  ai: false,
  checkedAgainst: {},
  settings: listed(microsoftScopes, {
    call: 'Member[ConfidentialClientApplication,PublicClientApplication].Instance.Member[getAuthCodeUrl,acquireTokenByCode,acquireTokenByClientCredential,acquireTokenByDeviceCode,acquireTokenInteractive,acquireTokenSilent,loginPopup,loginRedirect]',
    at: 'Argument[0].Member[scopes].ArrayElement',
    subject: 'Microsoft sign-in',
  }),
};

export const signIn: Framework = {
  id: 'sign-in',
  title: 'Sign-in libraries',
  language: 'javascript',
  modules: [
    'next-auth/providers/github',
    'next-auth/providers/google',
    '@auth/core/providers/github',
    '@octokit/oauth-app',
    '@slack/bolt',
    '@slack/oauth',
  ],
  ai: false,
  checkedAgainst: {},
  settings: [
    ...['next-auth/providers/github', '@auth/core/providers/github'].map((module) =>
      joined(githubScopes, {
        call: 'Member[default]',
        module,
        at: 'Argument[0].Member[authorization].Member[params].Member[scope]',
        subject: 'GitHub sign-in',
      }),
    ),
    joined(googleScopes, {
      call: 'Member[default]',
      module: 'next-auth/providers/google',
      at: 'Argument[0].Member[authorization].Member[params].Member[scope]',
      subject: 'Google sign-in',
    }),
    ...listed(githubScopes, {
      call: 'Member[OAuthApp]',
      module: '@octokit/oauth-app',
      at: 'Argument[0].Member[defaultScopes].ArrayElement',
      subject: 'OAuthApp',
    }),
    ...listed(slackScopes, {
      call: 'Member[App]',
      module: '@slack/bolt',
      at: 'Argument[0].Member[scopes].ArrayElement',
      subject: 'Slack app',
    }),
    ...listed(slackScopes, {
      call: 'Member[InstallProvider].Instance.Member[generateInstallUrl]',
      module: '@slack/oauth',
      at: 'Argument[0].Member[scopes].ArrayElement',
      subject: 'Slack app',
    }),
  ],
};

/** Policies as the AWS CDK writes them. */
export const awsPolicies: Framework = {
  id: 'aws-cdk-iam',
  title: 'AWS CDK',
  language: 'javascript',
  modules: ['aws-cdk-lib/aws-iam', '@aws-cdk/aws-iam'],
  ai: false,
  checkedAgainst: {},
  settings: [
    {
      meaning: 'overbroad-scope',
      call: 'Member[PolicyStatement]',
      at: 'Argument[0].Member[actions].ArrayElement',
      values: ['*', 'iam:*', 's3:*', 'dynamodb:*', 'lambda:*', 'ec2:*', 'secretsmanager:*', 'bedrock:*'],
      severity: 'warning',
      subject: 'PolicyStatement',
      note: 'Name the actions that the agent calls.',
    },
    {
      meaning: 'overbroad-scope',
      call: 'Member[ManagedPolicy].Member[fromAwsManagedPolicyName]',
      at: 'Argument[0]',
      values: [
        'AdministratorAccess',
        'PowerUserAccess',
        'IAMFullAccess',
        'AmazonS3FullAccess',
        'AmazonBedrockFullAccess',
      ],
      severity: 'warning',
      subject: 'ManagedPolicy',
      note: 'Write a policy with the actions and resources that the agent uses.',
    },
  ],
};

const googleScopesAt = (call: string, module: string): readonly SettingRow[] => [
  ...listed(googleScopes, { call, module, at: 'Argument[1,scopes].ArrayElement', subject: 'Google credentials' }),
  joined(googleScopes, { call, module, at: 'Argument[1,scopes]', subject: 'Google credentials' }),
];

/** Credentials of Google, Microsoft and Slack in Python, and policies of the AWS CDK. */
export const pythonScopes: Framework = {
  id: 'python-scopes',
  title: 'Authorization',
  language: 'python',
  modules: [
    'google.oauth2.service_account',
    'google.oauth2.credentials',
    'google_auth_oauthlib.flow',
    'google.auth',
    'msal',
    'slack_bolt.oauth.oauth_settings',
    'aws_cdk.aws_iam',
  ],
  ai: false,
  checkedAgainst: {},
  settings: [
    ...googleScopesAt(
      'Member[Credentials].Member[from_authorized_user_file,from_authorized_user_info]',
      'google.oauth2.credentials',
    ),
    ...googleScopesAt(
      'Member[InstalledAppFlow,Flow].Member[from_client_secrets_file,from_client_config]',
      'google_auth_oauthlib.flow',
    ),
    ...listed(googleScopes, {
      call: 'Member[Credentials].Member[from_service_account_file,from_service_account_info]',
      module: 'google.oauth2.service_account',
      at: 'Argument[scopes].ArrayElement',
      subject: 'Google credentials',
    }),
    ...listed(googleScopes, {
      call: 'Member[default]',
      module: 'google.auth',
      at: 'Argument[0,scopes].ArrayElement',
      subject: 'Google credentials',
    }),
    ...listed(microsoftScopes, {
      call: 'Member[ConfidentialClientApplication,PublicClientApplication].Instance.Member[acquire_token_interactive,acquire_token_silent,acquire_token_for_client,initiate_device_flow,initiate_auth_code_flow,get_authorization_request_url]',
      module: 'msal',
      at: 'Argument[0,scopes].ArrayElement',
      subject: 'Microsoft sign-in',
    }),
    ...listed(slackScopes, {
      call: 'Member[OAuthSettings]',
      module: 'slack_bolt.oauth.oauth_settings',
      at: 'Argument[scopes].ArrayElement',
      subject: 'Slack app',
    }),
    {
      meaning: 'overbroad-scope',
      module: 'aws_cdk.aws_iam',
      call: 'Member[PolicyStatement]',
      at: 'Argument[actions].ArrayElement',
      values: ['*', 'iam:*', 's3:*', 'dynamodb:*', 'lambda:*', 'ec2:*', 'secretsmanager:*', 'bedrock:*'],
      severity: 'warning',
      subject: 'PolicyStatement',
      note: 'Name the actions that the agent calls.',
    },
  ],
};
