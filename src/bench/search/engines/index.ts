import type { Engine } from '../engine.ts';
import { flexSearch } from './flexsearch.ts';
import { fuse, fusePrebuilt } from './fuse.ts';
import { miniSearch } from './minisearch.ts';
import { ours } from './ours.ts';
import { uFuzzy } from './ufuzzy.ts';

/** Every engine of the comparison, ours first. */
export const ENGINES: readonly Engine[] = [ours, fuse, fusePrebuilt, miniSearch, flexSearch, uFuzzy];
