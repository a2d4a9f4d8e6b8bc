import type { Range } from '../../facts.js';

/** A package that a manifest asks for. */
export interface DeclaredPackage {
  readonly name: string;
  /** The versions that it may have, in the notation of the manifest: `^1.2`, `==1.2.3`; empty for any. */
  readonly asked: string;
  /** Of `asked` in the manifest; of the name where nothing is asked of the version. */
  readonly range: Range;
  /** `npm`: ranges of semantic versions; `pip`: specifiers of PEP 440; `poetry`: those, and `^1.2`, `~1.2` and plain versions. */
  readonly notation: 'npm' | 'pip' | 'poetry';
  /** Something else in the manifest has a say in the version: an override, hashes of the files. */
  readonly bound: boolean;
}
