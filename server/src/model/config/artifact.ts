import type { ConfiguredArtifact, ConfiguredText } from '@leashlint/rules';
import { distributionName } from '../../program/distribution-name.js';
import type { Program, ProgramFile } from '../../program/program.js';
import { isOwnPackage } from './own-packages.js';
import { shownVersion } from './shown-version.js';

interface Runner {
  readonly registry: 'npm' | 'python';
  /** What comes before the package; one of these. */
  readonly verbs: readonly (readonly string[])[];
  /** Options that take a value. */
  readonly valued: readonly string[];
}

const UV_VALUED = ['--from', '--with', '-p', '--python', '--index', '--index-url', '--directory', '--project'];

/** Programs that fetch a package and run it. */
const RUNNERS: Readonly<Record<string, Runner>> = {
  npx: { registry: 'npm', verbs: [[]], valued: ['-p', '--package', '-c', '--call', '--registry', '--cache'] },
  bunx: { registry: 'npm', verbs: [[]], valued: ['-p', '--package'] },
  pnpx: { registry: 'npm', verbs: [[]], valued: [] },
  pnpm: { registry: 'npm', verbs: [['dlx']], valued: ['--package'] },
  yarn: { registry: 'npm', verbs: [['dlx']], valued: ['-p', '--package'] },
  bun: { registry: 'npm', verbs: [['x']], valued: [] },
  npm: { registry: 'npm', verbs: [['exec'], ['x']], valued: ['-p', '--package', '-c', '--call'] },
  uvx: { registry: 'python', verbs: [[]], valued: UV_VALUED },
  uv: { registry: 'python', verbs: [['tool', 'run'], ['x']], valued: UV_VALUED },
  pipx: { registry: 'python', verbs: [['run']], valued: ['--spec', '--python', '--pip-args', '--index-url'] },
};

/** Options that name the package themselves; the rest is its command line: `uvx --from name command`. */
const NAMING = ['--from', '--spec', '-p', '--package'];

/** Options of `docker run` that take a value as the next argument. */
const DOCKER_VALUED =
  /^(?:-[evpwuhlmcn]|--(?:env|env-file|volume|mount|publish|workdir|user|hostname|label|memory|cpus|name|network|net|entrypoint|platform|add-host|cap-add|cap-drop|device|gpus|ipc|link|log-driver|pid|restart|runtime|security-opt|shm-size|tmpfs|ulimit|pull))$/;

/** What a command line fetches and runs; undefined if it runs something that is there already. */
export function artifactOf(
  program: Program,
  file: ProgramFile,
  command: ConfiguredText,
  args: readonly ConfiguredText[],
): ConfiguredArtifact | undefined {
  const runner = baseName(command.value);
  // `cmd /c npx …` is how Windows starts a script.
  const inner = args[1];
  if (runner === 'cmd' && /^\/c$/i.test(args[0]?.value ?? '') && inner !== undefined) {
    return artifactOf(program, file, inner, args.slice(2));
  }
  if (runner === 'docker' || runner === 'podman') return imageOf(program, runner, args);
  const row = RUNNERS[runner];
  return row === undefined ? undefined : packageOf(program, file, runner, row, args);
}

function packageOf(
  program: Program,
  file: ProgramFile,
  runner: string,
  { registry, verbs, valued }: Runner,
  args: readonly ConfiguredText[],
): ConfiguredArtifact | undefined {
  const verb = verbs.find((words) => words.every((word, index) => args[index]?.value === word));
  const named = verb === undefined ? undefined : packageArgument(args.slice(verb.length), registry, valued);
  if (named === undefined) return undefined;
  return registry === 'npm' ? npmPackage(program, file, runner, named) : pythonPackage(program, file, runner, named);
}

function packageArgument(
  args: readonly ConfiguredText[],
  registry: Runner['registry'],
  valued: readonly string[],
): ConfiguredText | undefined {
  for (let at = 0; at < args.length; at++) {
    const argument = args[at];
    if (argument === undefined) return undefined;
    // The value may have `==` in it.
    const [, option = '', inline] = /^([^=]*)(?:=([^]*))?$/.exec(argument.value) ?? [];
    // `-p` of Python's runners is the interpreter.
    if (NAMING.includes(option) && !(registry === 'python' && option === '-p')) {
      return inline === undefined ? args[at + 1] : { ...argument, value: inline };
    }
    if (!argument.value.startsWith('-')) return argument;
    if (valued.includes(option) && inline === undefined) at++;
  }
  return undefined;
}

const EXACT = /^v?\d+\.\d+\.\d+(?:[-+.][\w.+-]+)?$/;

function npmPackage(
  program: Program,
  file: ProgramFile,
  runner: string,
  text: ConfiguredText,
): ConfiguredArtifact | undefined {
  const { value } = text;
  if (/^(?:\.|\/|~|[A-Za-z]:[\\/])|\$\{/.test(value)) return undefined;
  const git = /^(?:git\+|https?:|github:|git@|[\w.-]+\/[\w.-]+(?:#|$))/.test(value);
  if (git) {
    const pin = /#([0-9a-f]{40}|semver:\d[\w.]*)$/.exec(value)?.[1];
    return { runner, name: value.replace(/#.*$/, ''), pin, text, known: undefined };
  }
  const match = /^(@[^/@\s]+\/[^@\s]+|[^@\s]+)(?:@(.+))?$/.exec(value);
  if (match?.[1] === undefined) return undefined;
  const [, name, asked] = match;
  const pin = asked !== undefined && EXACT.test(asked) ? asked : undefined;
  // A program that the project installs itself comes from its lock file.
  if (asked === undefined && program.version(file, name) !== undefined) return undefined;
  if (pin === undefined && isOwnPackage(program, name)) return undefined;
  const version = shownVersion(program, file, 'npm', name);
  const known = version !== undefined && EXACT.test(version) ? `${name}@${version}` : undefined;
  return { runner, name, pin, text, known };
}

function pythonPackage(
  program: Program,
  file: ProgramFile,
  runner: string,
  text: ConfiguredText,
): ConfiguredArtifact | undefined {
  const { value } = text;
  if (/^(?:\.|\/|~|[A-Za-z]:[\\/])|\$\{|\.py$/.test(value)) return undefined;
  if (/^(?:git\+|https?:)/.test(value)) {
    // A file of a release has the release in its address.
    const pin =
      /@([0-9a-f]{40})(?:#|$)/.exec(value)?.[1] ??
      /\/[\w.-]*v?(\d+\.\d+\.\d+[\w.-]*)\/[^/]+\.(?:whl|zip|tar\.gz)$/.exec(value)?.[1];
    return { runner, name: value.replace(/@[^@/]+$/, ''), pin, text, known: undefined };
  }
  const match = /^([\w.-]+(?:\[[\w,.-]+\])?)(?:@|==|(?=[<>~!=]))?(.*)$/.exec(value);
  if (match?.[1] === undefined) return undefined;
  const [, name, asked] = match;
  const pin =
    asked !== undefined && /^(?:==)?\d+(?:\.\d+)+[\w.+-]*$/.test(asked) ? asked.replace(/^==/, '') : undefined;
  if (pin === undefined && isOwnPackage(program, name)) return undefined;
  const version = shownVersion(program, file, 'PyPI', distributionName(name.replace(/\[.*$/, '')));
  return { runner, name, pin, text, known: version === undefined ? undefined : `${name}==${version}` };
}

function imageOf(program: Program, runner: string, args: readonly ConfiguredText[]): ConfiguredArtifact | undefined {
  const start = args.findIndex(({ value }) => value === 'run');
  if (start < 0) return undefined;
  for (let at = start + 1; at < args.length; at++) {
    const argument = args[at];
    if (argument === undefined) return undefined;
    if (argument.value.startsWith('-')) {
      if (DOCKER_VALUED.test(argument.value)) at++;
      continue;
    }
    return imageArtifact(program, runner, argument);
  }
  return undefined;
}

/** An image by its name; undefined where a variable decides or the machine itself has it. */
export function imageArtifact(program: Program, runner: string, text: ConfiguredText): ConfiguredArtifact | undefined {
  const match = /^([^@\s]+?)(?::([\w.-]+))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(text.value);
  if (match?.[1] === undefined || /\$\{|^(?:local|localhost)\//.test(text.value)) return undefined;
  // A tag can be moved, but one that names a version is what people mean by pinned.
  const tag = match[2] !== undefined && /\d+\.\d+|^v?\d+$|^[0-9a-f]{7,40}$/.test(match[2]) ? match[2] : undefined;
  const pin = match[3] ?? tag;
  if (pin === undefined && isOwnPackage(program, match[1])) return undefined;
  return { runner, name: match[1], pin, text, known: undefined };
}

function baseName(command: string): string {
  return (command.split(/[\\/]/).at(-1) ?? command).toLowerCase().replace(/\.(?:exe|cmd|bat|ps1)$/, '');
}
