import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings, readSettings } from '../../src/lsp/settings.js';

const root = path.join(import.meta.dirname, '..', '..', '..');

interface Property {
  readonly default?: unknown;
  readonly scope?: string;
  readonly enum?: readonly unknown[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly markdownDescription?: string;
}

interface Manifest {
  readonly icon: string;
  readonly main: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
    readonly walkthroughs: readonly { readonly steps: readonly { readonly media: { readonly markdown: string } }[] }[];
  };
}

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
const properties = Object.entries(manifest.contributes.configuration.properties);

/** Settings as an object of objects, the way an editor sends a section. */
function section(values: readonly (readonly [name: string, value: unknown])[]): unknown {
  const out: Record<string, unknown> = {};
  for (const [name, value] of values) {
    const parts = name.split('.').slice(1);
    const last = parts.pop() ?? '';
    let at = out;
    for (const part of parts) at = (at[part] ??= {}) as Record<string, unknown>;
    at[last] = value;
  }
  return out;
}

// A workspace may keep such a file in any folder, so that no glob for its root finds it.
it.each(['typescript', 'python', 'json', 'jsonc', 'yaml', 'toml', 'markdown', 'dockerfile', 'makefile'])(
  'the extension wakes up for a document in %s',
  (language) => {
    expect(manifest.activationEvents).toContain(`onLanguage:${language}`);
  },
);

describe('the settings of the extension', () => {
  it('are few', () => {
    expect(properties.length).toBeLessThanOrEqual(12);
  });

  it('have the defaults of the server', () => {
    expect(readSettings(section(properties.map(([name, one]) => [name, one.default])))).toEqual(defaultSettings);
  });

  it.each(properties)('%s is described', (_, property) => {
    expect(property.markdownDescription).toMatch(/^[A-Z].*\.$/);
    expect(property.scope).toMatch(/^(?:resource|window|machine)$/);
    expect(property.markdownEnumDescriptions?.length).toBe(property.enum?.length);
  });

  const samples: Readonly<Record<string, unknown>> = {
    'leashlint.enable': false,
    'leashlint.run': 'onSave',
    'leashlint.diagnosticMode': 'workspace',
    'leashlint.configPath': 'x.json',
    'leashlint.preset': 'strict',
    'leashlint.rules.customizations': [{ rule: 'a', severity: 'off' }],
    'leashlint.codeAction.disableRuleComment': { enable: false },
    'leashlint.codeAction.showDocumentation': { enable: false },
    'leashlint.exclude': ['gen/**'],
  };
  it.each(properties.map(([name]) => name))('%s has an effect', (name) => {
    // The client library reads the one, the client the other.
    if (name === 'leashlint.trace.server' || name === 'leashlint.server.path')
      return expect(samples).not.toHaveProperty([name]);
    expect(readSettings(section([[name, samples[name]]]))).not.toEqual(defaultSettings);
  });

  it('that choose an executable are not taken from a workspace', () => {
    expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual(['leashlint.server.path']);
    expect(manifest.contributes.configuration.properties['leashlint.server.path']?.scope).toBe('machine');
  });

  it('keep their value when an editor sends something else', () => {
    const sent = { enable: 'yes', run: 1, exclude: [1, 'a'], preset: 'none', rules: { customizations: [{ rule: 1 }] } };
    expect(readSettings(sent)).toEqual({ ...defaultSettings, exclude: ['a'] });
    expect(readSettings(null)).toEqual(defaultSettings);
  });
});

describe('the manifest', () => {
  it('names the commands that the client registers', () => {
    const source = readFileSync(path.join(root, 'client/src/extension.ts'), 'utf8');
    const registered = [...source.matchAll(/command\('(\w+)'/g)].map((match) => `leashlint.${match[1] ?? ''}`);
    expect(manifest.contributes.commands.map((one) => one.command).toSorted()).toEqual(registered.toSorted());
  });

  it('names files that exist', () => {
    const media = manifest.contributes.walkthroughs.flatMap((one) => one.steps.map((step) => step.media.markdown));
    expect([manifest.icon, ...media].filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});

describe('imports', () => {
  const files = (folder: string): readonly string[] =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => path.join(folder, file).replaceAll('\\', '/'));
  const importers = (folder: string, module: RegExp): readonly string[] =>
    files(folder).filter((file) => module.test(readFileSync(path.join(root, file), 'utf8')));

  it('of the protocol library stay in server/src/lsp', () => {
    const outside = importers('server/src', /from 'vscode-languageserver/).filter(
      (file) => !file.startsWith('server/src/lsp/'),
    );
    expect(outside).toEqual([]);
  });

  it('of vscode stay in the client, which knows nothing of the server’s code', () => {
    expect([...importers('server/src', /from 'vscode'/), ...importers('rules/src', /from 'vscode/)]).toEqual([]);
    expect(importers('client/src', /from '(?:leashlint|@leashlint|\.\.\/\.\.\/)/)).toEqual([]);
  });
});
