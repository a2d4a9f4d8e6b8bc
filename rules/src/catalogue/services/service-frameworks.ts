import type { Framework } from '../framework.js';
import { github, git, cloud, googleApis, notion } from './code-hosts.js';
import { nodemailer, sendgrid, resend, postmark, slack, otherMessages } from './messages.js';
import { stripe, otherPayments } from './payments.js';
import { documentReaders, vectorStores, webSearches } from './retrieval.js';
import { googleAuth, microsoftAuth, signIn, awsPolicies, pythonScopes } from './scopes.js';
import { secretStores } from './secret-stores.js';
import { langchainStores, vectorDatabaseStores, memoryStores } from './stores.js';

/** Services on the network: messages, payments, code hosts, stores, search. */
export const serviceFrameworks: readonly Framework[] = [
  secretStores,
  documentReaders,
  vectorStores,
  webSearches,
  langchainStores,
  vectorDatabaseStores,
  memoryStores,
  github,
  git,
  cloud,
  googleApis,
  notion,
  nodemailer,
  sendgrid,
  resend,
  postmark,
  slack,
  otherMessages,
  stripe,
  otherPayments,
  googleAuth,
  microsoftAuth,
  signIn,
  awsPolicies,
  pythonScopes,
];
