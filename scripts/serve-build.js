import { serve } from './serve.js';

/** Serves build/ on the port given: what the browser tests run against. */
await serve('build', Number(process.argv[2]));
