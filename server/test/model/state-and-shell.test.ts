import { catalogue } from '@leashlint/rules';
import { describe, expect, it } from 'vitest';
import { frameworks as small } from './flow-frameworks.js';
import { flowProject } from './flow-project.js';

const frameworks = [...small, ...catalogue.filter(({ id }) => id === 'react' || id === 'browser-globals')];

function flowsOf(text: string): readonly string[] {
  return flowProject({ 'main.tsx': text }, frameworks).flows.map(({ sink, source }) => `${sink.kind}: ${source.label}`);
}

describe('state that a setter writes', () => {
  it('carries model output to markup', () => {
    const found = flowsOf(`
      import { ask } from 'sdk'; import { useState } from 'react';
      export function Page() {
        const [html, setHtml] = useState('');
        async function load() { setHtml(await ask({ prompt: 'x' }).text); }
        return <div onClick={load} dangerouslySetInnerHTML={{ __html: html }} />;
      }`);
    expect(found).toEqual(['html: output of ask']);
  });

  it('does not mix states of one component', () => {
    const found = flowsOf(`
      import { ask } from 'sdk'; import { useState } from 'react';
      export function Page() {
        const [html, setHtml] = useState('');
        const [text, setText] = useState('');
        async function load() { setText(await ask({ prompt: 'x' }).text); setHtml('<b>done</b>'); }
        return <div onClick={load} title={text} dangerouslySetInnerHTML={{ __html: html }} />;
      }`);
    expect(found).toEqual([]);
  });
});

describe('arrays that start a shell', () => {
  const tool = (body: string): string => `
    import { tool } from 'sdk'; import { Exec } from '@kubernetes/client-node'; import { Sandbox } from '@vercel/sandbox';
    tool({ name: 'run', execute: async ({ command, shell }) => { ${body} } });`;

  it('are sinks whatever runs them', () => {
    expect(
      flowsOf(tool(`const line = [shell || '/bin/sh', '-c', command]; await new Exec().exec('ns', 'pod', line);`)),
    ).toEqual(['shell: argument `command` of tool `run`']);
  });

  it('are fine in a sandbox and without a shell', () => {
    expect(flowsOf(tool(`await new Sandbox().runCommand(['sh', '-c', command]);`))).toEqual([]);
    expect(flowsOf(tool(`await new Exec().exec('ns', 'pod', ['cat', '-n', command]);`))).toEqual([]);
  });
});
