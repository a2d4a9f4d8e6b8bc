import { expect, it } from 'vitest';
import { dump, type Dump } from './dump.js';

/** A source and what a part of its facts must be, line by line. */
export type Case = Partial<Omit<Dump, 'facts'>> & {
  readonly title: string;
  readonly source: string;
  readonly path?: string;
};

const parts = [
  'calls',
  'exports',
  'imports',
  'returns',
  'stores',
  'classes',
  'loops',
  'parameters',
  'functions',
] as const;

/** Declares a test per case; a source without an expected problem must have none. */
export function testCases(cases: readonly Case[], lower: (source: string, path?: string) => Dump = dump): void {
  it.each(cases)('$title', (expected) => {
    const found = lower(expected.source, expected.path);
    const actual = parts.filter((part) => expected[part]).map((part) => [part, found[part]]);
    const wanted = parts.filter((part) => expected[part]).map((part) => [part, expected[part]]);
    expect(actual).toEqual(wanted);
    expect(found.problems).toEqual(expected.problems ?? []);
  });
}
