import { expect, test } from 'vitest';
import { standInKeys } from '../../src/model/secrets/stand-in-keys.js';
import { analyseFiles } from '../rules/analyse-files.js';

// Put together at run time, so that no scanner takes the tests for a leak.
const LETTERS = ['AbCdEfGhIjKlMnOpQrStUvWxYz', '1234567890', 'AbCdEfGhIjKlMnOpQrStUvWxYz'].join('');
const OPENAI = `sk-proj-${LETTERS}`;
const ANTHROPIC = ['sk-ant-api03-', '1234567890', 'abcdefghijklmnopqrstuvwxyz'].join('');

test.each<[string, string, readonly string[]]>([
  ['a constant', `OPENAI_API_KEY = "${OPENAI}"`, ['OPENAI_API_KEY']],
  ['an annotated attribute', `    anthropic_api_key: str = '${ANTHROPIC}'`, ['ANTHROPIC_API_KEY']],
  ['an entry of a dictionary', `CONFIG = {"OPENAI_API_KEY": "${OPENAI}"}`, ['OPENAI_API_KEY']],
  ['an environment variable', `os.environ["OPENAI_API_KEY"] = "${OPENAI}"`, ['OPENAI_API_KEY']],
  ['the key of somebody else', `STRIPE_API_KEY = "${OPENAI}"`, []],
  ['a name that is no credential', `OPENAI_PATTERN = "${OPENAI}"`, []],
  ['a name that says that it is none', `OPENAI_EXAMPLE_API_KEY = "${OPENAI}"`, []],
  ['words', `OPENAI_API_KEY = "sk-proj-your-key-here-${LETTERS}"`, []],
  ['a short sequence', 'OPENAI_API_KEY = "sk-proj-1234567890abcdef"', []],
  ['the alphabet alone', 'OPENAI_API_KEY = "sk-proj-abcdefghijklmnopqrstuvwxyz"', []],
  ['one character', `OPENAI_API_KEY = "sk-proj-${'x'.repeat(48)}"`, []],
  ['blocks', `OPENAI_API_KEY = "sk-proj-${'abc123'.repeat(8)}"`, []],
  ['part of a text', `OPENAI_API_KEY = "export ${OPENAI}"`, []],
])('%s', (_, text, expected) => {
  expect(standInKeys(text).map(({ envVariable }) => envVariable)).toEqual(expected);
});

test.each<[string, string, number]>([
  ['a module', 'config.py', 1],
  ['a test', 'tests/test_config.py', 0],
  ['an example', 'examples/config.py', 0],
  ['a Dockerfile', 'Dockerfile', 1],
  ['an example of settings', '.env.example', 0],
])('in %s', (_, path, expected) => {
  const text = `${path === 'Dockerfile' ? 'ENV ' : ''}OPENAI_API_KEY = "${OPENAI}"\n# ANTHROPIC_API_KEY = "${ANTHROPIC}"\n`;
  const found = analyseFiles({ [path]: text }).findings.filter(({ rule }) => rule === 'secret-hardcoded');
  expect(found).toHaveLength(expected);
});
