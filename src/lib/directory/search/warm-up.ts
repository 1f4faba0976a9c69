/**
 * What is typed before anybody types: with a slip, a place, an age, a danger and words of no meaning, it runs the code that
 * any key runs. Not much of a phone's first answer is work: most of it is code that has never run before.
 */
const TYPED = ['need hlep', 'my son 15 weed near', 'overdosse', 'AA kettring'];

/** Queries that a search is tried out with, so that the first key that a person types is as quick as any other. */
export const WARM_UP: readonly string[] = TYPED.flatMap((text) => Array.from(text, (_, end) => text.slice(0, end + 1)));
