/** The proof of the pathway: walks every way for every place, age and hour. `fingerpost coverage` prints it. */
export type { Fault } from './fault.ts';
export { placer, writtenOnce } from './files.ts';
export { prove, type Evidence, type Numbers, type Proof } from './prove.ts';
