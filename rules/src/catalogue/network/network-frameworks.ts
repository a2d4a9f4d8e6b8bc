import type { Framework } from '../framework.js';
import { addressChecks } from './address-checks.js';
import { playwright, puppeteer } from './browser-automation.js';
import { clientAddresses, requestAddresses, uncheckedAddresses } from './client-addresses.js';
import { axios, got, undici, nodeFetch, ky, superagent, webSockets } from './http-clients.js';
import { unverifiedTls } from './unverified-tls.js';

/** Clients of HTTP and browsers. */
export const networkFrameworks: readonly Framework[] = [
  clientAddresses,
  requestAddresses,
  uncheckedAddresses,
  addressChecks,
  playwright,
  puppeteer,
  axios,
  got,
  undici,
  nodeFetch,
  ky,
  superagent,
  webSockets,
  unverifiedTls,
];
