import type { Framework } from '../framework.js';

/** Services that keep secrets; their packages are too large to install for a test. */
export const secretStores = {
  id: 'secret-stores',
  title: 'Secret store',
  language: 'javascript',
  modules: [
    '@aws-sdk/client-secrets-manager',
    '@aws-sdk/client-ssm',
    '@azure/keyvault-secrets',
    '@google-cloud/secret-manager',
    'node-vault',
    'keytar',
  ],
  ai: false,
  checkedAgainst: {},
  sources: [
    {
      kind: 'secret',
      module: '@aws-sdk/client-secrets-manager',
      path: 'Member[SecretsManagerClient,SecretsManager].Instance.Member[send,getSecretValue].ReturnValue.Member[SecretString,SecretBinary]',
      label: 'secret of AWS Secrets Manager',
    },
    {
      kind: 'secret',
      module: '@azure/keyvault-secrets',
      path: 'Member[SecretClient].Instance.Member[getSecret].ReturnValue.Member[value]',
      label: 'secret of Azure Key Vault',
    },
    {
      kind: 'secret',
      module: '@google-cloud/secret-manager',
      path: 'Member[SecretManagerServiceClient].Instance.Member[accessSecretVersion].ReturnValue',
      label: 'secret of Google Secret Manager',
    },
    {
      kind: 'secret',
      module: 'node-vault',
      path: 'Member[default].ReturnValue.Member[read].ReturnValue.Member[data]',
      label: 'secret of Vault',
    },
    {
      kind: 'secret',
      module: 'keytar',
      path: 'Member[getPassword].ReturnValue',
      label: 'password of the system',
    },
  ],
} as const satisfies Framework;
