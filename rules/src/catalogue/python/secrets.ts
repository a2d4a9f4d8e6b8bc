import type { Framework } from '../framework.js';

const secret = { kind: 'secret' } as const;

/** Where programs read what nobody else may know. `os.getenv('X')` and `os.environ.get('X')` are read as `os.environ['X']`. */
export const pythonSecrets = {
  id: 'python-secrets',
  title: 'Secrets',
  language: 'python',
  modules: [
    'os',
    'dotenv',
    'decouple',
    'environs',
    'keyring',
    'getpass',
    'hvac',
    'google.cloud.secretmanager',
    'azure.keyvault.secrets',
    'streamlit',
    'boto3',
  ],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      ...secret,
      module: 'os',
      path: 'Member[environ].Member[*]',
      named: 'secret',
      label: 'secret environment variable',
    },
    { ...secret, module: 'os', path: 'Member[environ]', whole: true, label: 'every environment variable' },
    {
      ...secret,
      module: 'dotenv',
      path: 'Member[dotenv_values].ReturnValue.Member[*]',
      named: 'secret',
      label: 'secret of the environment file',
    },
    {
      ...secret,
      module: 'streamlit',
      path: 'Member[secrets].Member[*]',
      named: 'secret',
      label: 'secret of Streamlit',
    },
    {
      ...secret,
      module: 'keyring',
      path: 'Member[get_password].ReturnValue',
      whole: true,
      label: 'password of the system',
    },
    { ...secret, module: 'getpass', path: 'Member[getpass].ReturnValue', label: 'typed password' },
    {
      ...secret,
      module: 'hvac',
      path: 'Member[Client].Instance.Member[secrets].Member[*].Member[*].Member[*].ReturnValue',
      label: 'secret of Vault',
    },
    {
      ...secret,
      module: 'google.cloud.secretmanager',
      path: 'Member[SecretManagerServiceClient].Instance.Member[access_secret_version].ReturnValue',
      label: 'secret of Google Secret Manager',
    },
    {
      ...secret,
      module: 'azure.keyvault.secrets',
      path: 'Member[SecretClient].Instance.Member[get_secret].ReturnValue.Member[value]',
      label: 'secret of Azure Key Vault',
    },
  ],
} as const satisfies Framework;
