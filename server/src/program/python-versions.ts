import { posix } from 'node:path';
import type { ProgramHost } from './program.js';
import { distributionName } from './distribution-name.js';
import { readsRequirement, readsTables } from './python-manifests.js';

/** Distributions whose name is not that of the module that they bring. */
const DISTRIBUTIONS: Readonly<Record<string, readonly string[]>> = {
  yaml: ['pyyaml'],
  sklearn: ['scikit-learn'],
  agents: ['openai-agents'],
  PIL: ['pillow'],
  cv2: ['opencv-python', 'opencv-python-headless'],
  bs4: ['beautifulsoup4'],
  dotenv: ['python-dotenv'],
  telegram: ['python-telegram-bot'],
  faiss: ['faiss-cpu', 'faiss-gpu'],
  jose: ['python-jose'],
  jwt: ['pyjwt'],
  autogen_ext: ['autogen-ext'],
  autogen_agentchat: ['autogen-agentchat'],
  pydantic_ai: ['pydantic-ai', 'pydantic-ai-slim'],
  psycopg2: ['psycopg2-binary', 'psycopg2'],
  mem0: ['mem0ai'],
  slack_sdk: ['slack-sdk'],
  discord: ['discord-py'],
  attr: ['attrs'],
  git: ['gitpython'],
  docx: ['python-docx'],
};

/** Members of namespace packages, each a distribution of its own: `google.adk` is `google-adk`. */
const NAMESPACES = new Set(['google', 'llama_index', 'azure', 'opentelemetry']);

/** Locks say what is installed; manifests only what may be. */
const LOCKS = ['uv.lock', 'poetry.lock', 'pdm.lock', 'Pipfile.lock', 'pylock.toml'];
const MANIFESTS = [
  'requirements.txt',
  'requirements.lock',
  'requirements/base.txt',
  'requirements-dev.txt',
  'pyproject.toml',
  'Pipfile',
  'setup.cfg',
  'setup.py',
  'environment.yml',
];

export interface PythonVersions {
  /** Version of the distribution that brings a module to a file: as locked, else the lowest that a manifest admits. */
  version(file: string, module: string): string | undefined;
}

/** Reads the locks and manifests in a file's folder and above, nearest first. */
export function createPythonVersions(host: Pick<ProgramHost, 'read'>): PythonVersions {
  const folders = new Map<string, ReadonlyMap<string, string>>();
  const known = new Map<string, string | undefined>();

  function inFolder(folder: string): ReadonlyMap<string, string> {
    let found = folders.get(folder);
    if (found === undefined) {
      const versions = new Map<string, string>();
      for (const name of [...LOCKS, ...MANIFESTS]) {
        const text = host.read(posix.join(folder, name));
        if (text === undefined) continue;
        const entries = LOCKS.includes(name) ? readsTables(text) : readsRequirement(text);
        for (const [key, version] of entries) if (!versions.has(key)) versions.set(key, version);
      }
      folders.set(folder, (found = versions));
    }
    return found;
  }

  function lookUp(folder: string, names: readonly string[]): string | undefined {
    const key = `${folder}\0${names.join()}`;
    if (known.has(key)) return known.get(key);
    const versions = inFolder(folder);
    const here = names.map((name) => versions.get(name)).find((version) => version !== undefined);
    const found = here ?? (folder === '.' ? undefined : lookUp(posix.dirname(folder), names));
    known.set(key, found);
    return found;
  }

  return { version: (file, module) => lookUp(posix.dirname(file), distributions(module)) };
}

/** `llama_index.core` → `llama-index-core`, `llama-index`; `yaml` → `pyyaml`. */
function distributions(module: string): readonly string[] {
  const [top = '', second] = module.split('.');
  const named = DISTRIBUTIONS[top];
  if (named !== undefined) return named;
  const plain = distributionName(top);
  return NAMESPACES.has(top) && second !== undefined ? [distributionName(`${top}-${second}`), plain] : [plain];
}
