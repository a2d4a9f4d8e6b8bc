import { expect, it } from 'vitest';
import { analyseFiles } from '../rules/analyse-files.js';

/** Statements of a tool `run(name: str, url: str, …)`, and what stands before the tool. */
export type Use = readonly [title: string, code: string, before?: string];

const HEAD = `
import ipaddress, os, os.path, re, shlex, socket, sqlite3, string, subprocess, sys, uuid
from pathlib import Path
from urllib.parse import urlparse, urlsplit, quote
from enum import Enum
import requests
import httpx
from mcp.server.fastmcp import FastMCP

mcp = FastMCP('files')
ROOT = Path('/data').resolve()
BASE = os.path.realpath('/data')
NAMES = {'a.txt', 'b.txt'}
HOSTS = {'api.example.com'}
PATTERN = re.compile(r'^[a-z]+$')

class Color(Enum):
    RED = 'red'
`;

function findings(body: string, rule: string, before = ''): readonly string[] {
  const indented = body
    .trim()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
  const text = `${HEAD}\n${before}\n@mcp.tool()\ndef run(name: str, url: str, names: list[str]) -> str:\n${indented}\n`;
  const report = analyseFiles({ 'main.py': text });
  return report.findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
}

export function table(rule: string, safe: readonly Use[], broken: readonly Use[]): void {
  it.each(safe)('is fine: %s', (_, code, before) => {
    expect(findings(code, rule, before)).toEqual([]);
  });
  it.each(broken)('is not enough: %s', (_, code, before) => {
    expect(findings(code, rule, before)).toHaveLength(1);
  });
}
