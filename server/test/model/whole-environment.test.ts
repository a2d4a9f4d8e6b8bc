import { describe, expect, test } from 'vitest';
import { analyseFiles } from '../rules/analyse-files.js';

const HEAD = "import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';\n";
const start = (environment: string): string =>
  `${HEAD}export const make = (inherit, config, allowed) => {\n${environment}\nreturn new StdioClientTransport({ command: 'crm', env });\n};`;

describe('the whole environment', () => {
  test.each<[string, string, 'proven' | 'likely' | undefined]>([
    ['itself', 'const env = process.env;', 'proven'],
    ['a spread', 'const env = { LOG: "1", ...process.env };', 'proven'],
    ['a spread of a spread', 'const base = { ...process.env }; const env = { ...base, ...config.env };', 'proven'],
    ['assigned', 'const env = Object.assign({}, process.env, config.env);', 'proven'],
    ['stored later', 'const env = {}; Object.assign(env, config.env); env.LOG = "1";', undefined],
    ['all but one', 'const { SECRET, ...env } = process.env;', 'proven'],
    ['on a condition', 'const env = inherit ? process.env : {};', 'likely'],
    ['entries', 'const env = Object.fromEntries(Object.entries(process.env));', 'proven'],
    [
      'entries that are set',
      'const env = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined));',
      'proven',
    ],
    [
      'entries made again',
      'const env = { ...Object.fromEntries(Object.entries(process.env).filter(([_, value]) => value).map(([name, value]) => [name, value])) };',
      'proven',
    ],
    [
      'entries with other values',
      'const env = Object.fromEntries(Object.entries(process.env).map(([name]) => [name, config[name]]));',
      undefined,
    ],
    [
      'entries with a listed name',
      'const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => allowed.has(name)));',
      undefined,
    ],
    [
      'entries that a function picks',
      'const env = Object.fromEntries(Object.entries(process.env).filter((entry) => allowed(entry)));',
      undefined,
    ],
    [
      'a loop',
      'const env = {}; for (const [name, value] of Object.entries(process.env)) { if (value) env[name] = value; }',
      'proven',
    ],
    [
      'a loop over listed names',
      'const env = {}; for (const [name, value] of Object.entries(process.env)) { if (allowed.includes(name)) env[name] = value; }',
      undefined,
    ],
    ['picked', 'const env = { PATH: process.env.PATH, TOKEN: process.env.TOKEN };', undefined],
    ['someone else’s', 'const env = { ...config.env };', undefined],
  ])('%s', (_, code, evidence) => {
    const findings = analyseFiles({ 'client.js': start(code) }).findings.filter(
      ({ rule }) => rule === 'secret-env-passthrough',
    );
    expect(findings.map((finding) => finding.evidence)).toEqual(evidence === undefined ? [] : [evidence]);
  });
});
