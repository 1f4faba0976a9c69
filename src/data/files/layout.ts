/** Set by vite.config.ts when the app is built, from the data that it is built with. */
declare const __BY_AREA__: boolean | undefined;

/**
 * True in an app for a directory that is too large for every phone and comes area by area (`area-index.ts`), in tests and on the
 * command line. An app for a directory that comes whole is built without the code for this.
 */
export const BY_AREA = typeof __BY_AREA__ === 'undefined' || __BY_AREA__;
