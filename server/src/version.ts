/** The version of this package; a test compares it with the manifest. */
export const version = '0.1.0';

/** Set when a bundle is made: a digest of all that goes into it. */
declare const LEASHLINT_SOURCES: string | undefined;

/** Tells apart builds that may give different results; undefined where the sources themselves run. */
export const edition = typeof LEASHLINT_SOURCES === 'string' ? `${version} ${LEASHLINT_SOURCES}` : undefined;
