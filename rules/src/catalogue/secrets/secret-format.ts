/** How the keys of one service look. */
export interface SecretFormat {
  readonly id: string;
  /** "OpenAI API key". */
  readonly title: string;
  /** Source of a regular expression without flags. */
  readonly pattern: string;
  /** The shape alone proves nothing: a credential name of the service must stand before the value. */
  readonly needsContext: boolean;
  /** Words of which one must be in the line when context is needed; lower case, without separators. */
  readonly words: readonly string[];
  /** Variables that programs read the key from; the first is the one to offer. */
  readonly envVariables: readonly string[];
  readonly confidence: 'high' | 'medium' | 'low';
}
