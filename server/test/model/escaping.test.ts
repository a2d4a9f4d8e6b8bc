import { catalogue } from '@leashlint/rules';
import { describe, expect, it } from 'vitest';
import { frameworks as small } from './flow-frameworks.js';
import { flowProject } from './flow-project.js';

const wanted = [
  'browser-globals',
  'runtime-globals',
  'shell-quoting',
  'other-shell-quoting',
  'pg',
  'mysql2',
  'markdown-it',
  'node-path',
];
const frameworks = [
  ...small.filter(({ id }) => id !== 'globals'),
  ...catalogue.filter(({ id }) => wanted.includes(id)),
];

function flowsOf(body: string): readonly string[] {
  const text = `
    import { tool } from 'sdk'; import { execSync, spawn } from 'child_process'; import fs from 'fs';
    import { $ } from 'zx'; import { $ as run } from 'execa'; import { $ as other } from 'other-templates';
    import { Shescape } from 'shescape'; import { Client } from 'pg'; import mysql from 'mysql2'; import MarkdownIt from 'markdown-it';
    const client = new Client(); const connection = mysql.createConnection({}); const shescape = new Shescape({});
    tool({ name: 't', execute: async ({ x }) => { ${body} } });`;
  return flowProject({ 'main.ts': text }, frameworks)
    .flows.map(({ sink }) => sink.kind)
    .filter((kind) => kind !== 'process-arguments');
}

describe('commands in tagged templates', () => {
  it.each([
    ['a shell that runs the value', 'await $`bash -c ${x}`;'],
    ['the program itself', 'await $`${x} --version`;'],
    ['a tag with a shell', 'await run({ shell: true })`ls ${x}`;'],
  ])('%s', (_, body) => {
    expect(flowsOf(body)).toEqual(['shell']);
  });

  it.each([
    ['an argument', 'await $`ls ${x}`;'],
    ['an argument of a shell script', 'await $`bash script.sh ${x}`;'],
    ['a tag with other options', `await run({ cwd: '/' })\`ls \${x}\`;`],
    ['a tag of another package', 'other`bash -c ${x}`;'],
    ['a checked value', 'if (x !== "ls") return; check(x); await $`bash -c ${x}`;'],
  ])('not: %s', (_, body) => {
    expect(flowsOf(body)).toEqual([]);
  });
});

describe('arguments of a shell', () => {
  it.each([
    ['behind the flag', `spawn('bash', ['-c', x]);`, ['shell']],
    ['an argument of the command', `spawn('bash', ['-c', 'echo "$0"', x]);`, []],
  ])('%s', (_, body, flows) => {
    expect(flowsOf(body)).toEqual(flows);
  });
});

describe('escaping', () => {
  it.each([
    ['shescape', 'execSync(`ls ${shescape.quote(x)}`);'],
    ['identifier of pg', 'client.query(`SELECT * FROM ${client.escapeIdentifier(x)}`);'],
    ['identifier of mysql2', 'connection.query(`SELECT * FROM ${connection.escapeId(x)}`);'],
    ['markdown without markup', 'document.body.innerHTML = new MarkdownIt().render(x);'],
    ['replaced brackets', `document.body.innerHTML = x.replace(/&/g, '&amp;').replace(/</g, '&lt;');`],
    ['replaced by a table', `document.body.innerHTML = x.replace(/[&<>]/g, (c) => TABLE[c]);`],
    ['brackets, then line breaks', `document.body.innerHTML = x.replace(/</g, '&lt;').replace(/\\n/g, '<br>');`],
    ['hexadecimal', `fs.readFileSync(Buffer.from(x).toString('hex'));`],
  ])('%s', (_, body) => {
    expect(flowsOf(body)).toEqual([]);
  });

  it.each([
    ['markdown with markup', 'document.body.innerHTML = new MarkdownIt({ html: true }).render(x);', 'html'],
    ['line breaks', `document.body.innerHTML = x.replace(/\\n/g, '<br>');`, 'html'],
    ['the first bracket', `document.body.innerHTML = x.replace('<', '&lt;');`, 'html'],
    ['tags by name', `document.body.innerHTML = x.replace(/<script>/g, '');`, 'html'],
    ['base 64 in a path', `fs.readFileSync(Buffer.from(x).toString('base64'));`, 'path'],
  ])('not: %s', (_, body, kind) => {
    expect(flowsOf(body)).toContain(kind);
  });
});
