import type { Shard } from '../engine/shard.js';
import type { Arguments } from './arguments.js';

/** The value of `--shard`; undefined without one. */
export function shardOption(args: Arguments): Shard | undefined | { readonly error: string } {
  const value = args.value('shard');
  if (value === undefined) return undefined;
  const shard = parseShard(value);
  return shard ?? { error: `--shard takes a part and a number of parts, as 1/4, not ${value}.` };
}

export function parseShard(text: string): Shard | undefined {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count ? shard : undefined;
}
