/** Where people are and which council that is: pure, on the device. Tables come from `src/content/compile/places.ts`. */
export { distanceMiles, milesWords, nearest, sortByDistance, type Point } from './distance.ts';
export { findPlace, type NotFound } from './find-place.ts';
export type { FoundPlace, Precision } from './find-postcode.ts';
export { findPoint } from './find-point.ts';
export type { Nation } from './postcode-areas.ts';
export { formatPostcode, parsePostcode, type Postcode } from './postcode.ts';
export { serves, servesCouncil, type Serves } from './serves.ts';
export { placeWords } from './place-words.ts';
