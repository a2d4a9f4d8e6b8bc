import fc from 'fast-check';

/** One of the texts broken off, and with a piece missing. */
export function cutTexts(samples: readonly string[]): fc.Arbitrary<readonly string[]> {
  return fc
    .constantFrom(...samples)
    .chain((text) =>
      fc
        .tuple(fc.nat(text.length), fc.nat(40))
        .map(([at, length]) => [text.slice(0, at), text.slice(0, at) + text.slice(at + length)]),
    );
}

/** One of the texts with one of the pieces put in somewhere. */
export function noisyText(samples: readonly string[], pieces: readonly string[]): fc.Arbitrary<string> {
  return fc
    .constantFrom(...samples)
    .chain((text) =>
      fc
        .tuple(fc.nat(text.length), fc.constantFrom(...pieces))
        .map(([at, added]) => text.slice(0, at) + added + text.slice(at)),
    );
}
