import { posix } from 'node:path';
import { parse } from 'jsonc-parser';
import type { ModuleHost } from './resolve-module.js';

interface Mapping {
  /** Folder that `paths` and `baseUrl` are relative to. */
  readonly base: string;
  readonly paths: readonly (readonly [pattern: string, targets: readonly string[]])[];
  readonly baseUrl: string | undefined;
}

export interface PathMappings {
  /** Paths without extension that a non-relative specifier may stand for, best first. */
  candidates(from: string, specifier: string): readonly string[];
}

const MAX_EXTENDS = 8;

/** Reads `compilerOptions.paths` and `baseUrl` of the nearest `tsconfig.json` or `jsconfig.json`, `extends` included. */
export function createPathMappings(host: ModuleHost): PathMappings {
  const byFolder = new Map<string, readonly Mapping[]>();

  function readMappings(config: string, depth: number): readonly Mapping[] {
    const text = host.read(config);
    if (text === undefined || depth > MAX_EXTENDS) return [];
    const json: unknown = parse(text, [], { allowTrailingComma: true });
    if (!isRecord(json)) return [];
    const folder = posix.dirname(config);
    const options = isRecord(json['compilerOptions']) ? json['compilerOptions'] : {};
    const baseUrl = typeof options['baseUrl'] === 'string' ? posix.join(folder, options['baseUrl']) : undefined;
    const paths = isRecord(options['paths']) ? options['paths'] : {};
    const own: Mapping = {
      base: baseUrl ?? folder,
      baseUrl,
      paths: Object.entries(paths).map(([pattern, targets]) => [pattern, strings(targets)] as const),
    };
    const extended = strings(typeof json['extends'] === 'string' ? [json['extends']] : json['extends'])
      .filter((path) => path.startsWith('.'))
      .map((path) => posix.join(folder, path.endsWith('.json') ? path : `${path}.json`));
    const referenced = isRecord(json) && Array.isArray(json['references']) ? json['references'] : [];
    const references = referenced
      .filter(isRecord)
      .map((entry) => entry['path'])
      .filter((path): path is string => typeof path === 'string')
      .map((path) => posix.join(folder, path.endsWith('.json') ? path : posix.join(path, 'tsconfig.json')))
      .filter((path) => posix.dirname(path) === folder);
    return [own, ...[...extended, ...references].flatMap((path) => readMappings(path, depth + 1))];
  }

  function mappingsFor(folder: string): readonly Mapping[] {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const config = ['tsconfig.json', 'jsconfig.json']
      .map((name) => posix.join(folder, name))
      .find((path) => host.exists(path));
    const own = config === undefined ? [] : readMappings(config, 0);
    const found =
      own.some((mapping) => mapping.paths.length > 0 || mapping.baseUrl !== undefined) || folder === '.'
        ? own
        : mappingsFor(posix.dirname(folder));
    byFolder.set(folder, found);
    return found;
  }

  return {
    candidates(from, specifier) {
      const found: string[] = [];
      for (const { base, paths, baseUrl } of mappingsFor(posix.dirname(from))) {
        for (const [pattern, targets] of paths) {
          const rest = matchPattern(pattern, specifier);
          if (rest === undefined) continue;
          for (const target of targets)
            found.push(
              posix.join(
                base,
                target.replace('*', () => rest),
              ),
            );
        }
        if (baseUrl !== undefined) found.push(posix.join(baseUrl, specifier));
      }
      return found.filter((path) => !path.startsWith('..'));
    },
  };
}

/** What the `*` of a pattern stands for; '' for a pattern without one; undefined if it does not match. */
function matchPattern(pattern: string, specifier: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === specifier ? '' : undefined;
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  if (specifier.length < head.length + tail.length || !specifier.startsWith(head) || !specifier.endsWith(tail))
    return undefined;
  return specifier.slice(head.length, specifier.length - tail.length);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
