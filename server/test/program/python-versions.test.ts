import { describe, expect, it } from 'vitest';
import { createPythonVersions } from '../../src/program/python-versions.js';

const versionOf = (files: Readonly<Record<string, string>>, module: string, file = 'app/main.py'): string | undefined =>
  createPythonVersions({ read: (path) => files[path] }).version(file, module);

const uvLock = `version = 1

[[package]]
name = "torch"
version = "2.7.1"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "pyyaml"
version = "6.0.2"
`;

const pipfileLock = '{ "default": { "torch": { "hashes": ["sha256:aa"], "index": "pypi", "version": "==2.5.1" } } }';

const poetry = `[tool.poetry.dependencies]
python = "^3.11"
torch = "^2.4"
langchain = { version = "^0.3.1", extras = ["all"] }
`;

const project = `[project]
dependencies = [
  "torch>=2.6,<3",
  "openai-agents[voice] ~= 0.24.0",
  "PyYAML",
  "google-adk==1.2.0",
]
`;

describe('versions of Python packages', () => {
  it.each([
    [
      'a pinned requirement',
      { 'requirements.txt': 'torch==2.4.1  # until the cluster is updated\n' },
      'torch',
      '2.4.1',
    ],
    ['the lowest that a range admits', { 'requirements.txt': 'torch >= 2.1, < 3\n' }, 'torch', '2.1'],
    [
      'a requirement with extras and a marker',
      { 'requirements.txt': "torch[cuda]==2.4.0 ; sys_platform == 'linux'\n" },
      'torch',
      '2.4.0',
    ],
    ['an upper bound alone', { 'requirements.txt': 'torch<2.6\n' }, 'torch', undefined],
    ['no version', { 'requirements.txt': 'torch\ntransformers==4.40.0\n' }, 'torch', undefined],
    ['a name that ends alike', { 'requirements.txt': 'pytorch==1.0.2\n' }, 'torch', undefined],
    ['a module inside of a package', { 'requirements.txt': 'torch==2.4.1' }, 'torch.hub', '2.4.1'],
    ['a lock before a manifest', { 'uv.lock': uvLock, 'requirements.txt': 'torch>=2.1' }, 'torch', '2.7.1'],
    ['a distribution with another name', { 'uv.lock': uvLock }, 'yaml', '6.0.2'],
    ['Pipenv', { 'Pipfile.lock': pipfileLock }, 'torch', '2.5.1'],
    ['Poetry', { 'pyproject.toml': poetry }, 'torch', '2.4'],
    ['a table of Poetry', { 'pyproject.toml': poetry }, 'langchain', '0.3.1'],
    ['a project', { 'pyproject.toml': project }, 'torch', '2.6'],
    ['spaces and extras', { 'pyproject.toml': project }, 'agents', '0.24.0'],
    ['a namespace package', { 'pyproject.toml': project }, 'google.adk', '1.2.0'],
    ['a package without a version', { 'pyproject.toml': project }, 'yaml', undefined],
    ['lines of Windows', { 'poetry.lock': uvLock.replaceAll('\n', '\r\n') }, 'torch', '2.7.1'],
  ])('reads %s', (_, files, module, version) => {
    expect(versionOf(files, module)).toBe(version);
  });

  it('prefers what is nearer', () => {
    const files = { 'app/requirements.txt': 'torch==2.7.0', 'requirements.txt': 'torch==2.4.1' };
    expect(versionOf(files, 'torch')).toBe('2.7.0');
    expect(versionOf(files, 'torch', 'train/main.py')).toBe('2.4.1');
  });
});
