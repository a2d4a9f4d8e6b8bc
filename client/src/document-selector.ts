import type { DocumentSelector } from 'vscode-languageclient/node';

export const languages = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'python'];

/**
 * Data files by name, since extensions give workflows and the like languages of their own. The server answers for those that
 * set up agents or hold a key, and keeps silent about all others; syntax and completion are left to the editor.
 */
const data = [
  '**/*.{json,jsonc,code-workspace,yaml,yml,toml,md,mdc}',
  '**/.{cursorrules,windsurfrules,clinerules,goosehints}',
  '**/{.env,.env.*,*.env}',
  '**/{Dockerfile,Dockerfile.*,*.dockerfile,Containerfile,Makefile}',
  '**/requirements*.txt',
];

export const documentSelector: DocumentSelector = [
  ...languages.map((language) => ({ scheme: 'file', language })),
  ...data.map((pattern) => ({ scheme: 'file', pattern })),
];
