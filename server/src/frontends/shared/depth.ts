/** Nesting beyond which code is not analysed, so that no pass can overflow the stack. */
export const maximumDepth = 400;

/** The problem that reports it. */
export const tooDeep = 'nested too deeply to be analysed';
