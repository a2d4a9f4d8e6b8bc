/** Nesting beyond which code is not analysed, so that neither pass can overflow the stack. */
export const maximumDepth = 400;
