import type { AppModel } from '../model/app.js';
import type { McpTransport } from '../model/exposure.js';
import type { Fix } from '../model/finding.js';
import { insertProperty } from './options-edit.js';

/** Lets a transport refuse foreign Host headers, where the port that local clients name is a literal. */
export function checkHosts(app: AppModel, { listeners, options, routes }: McpTransport): Fix | undefined {
  const ports = new Set(listeners.map(({ call }) => call?.arguments[0]?.literal));
  const [port] = ports;
  if (options === undefined || options.open || routes.length === 0) return undefined;
  if (ports.size !== 1 || typeof port !== 'number') return undefined;
  if (options.properties.some(({ name }) => name === 'enableDnsRebindingProtection' || name === 'allowedHosts'))
    return undefined;
  const hosts = ['127.0.0.1', 'localhost'].map((host) => `'${host}:${String(port)}'`).join(', ');
  const text = `enableDnsRebindingProtection: true, allowedHosts: [${hosts}]`;
  return { title: 'Accept local host names only', kind: 'suggest', edits: insertProperty(app, options, text) };
}
