import type { Steps } from './steps.ts';
import type { Search, SearchOptions } from './types.ts';

/**
 * What is typed before anybody types, key by key: with a slip, a place, an age, a danger and words of no meaning, it runs
 * the code that any key runs. Not much of a phone's first answer is work: most of it is code that has never run before.
 */
const TYPED = ['need hlep', 'my son 15 weed near', 'overdosse', 'AA kettring'];

/** How many results are asked for first: so that the very first searches, which are the dearest, are short. */
const FIRST_LIMITS = [0, 1];

/** Tries a search out, a query a step, so that the first key that a person types is as quick as any other. */
export function* warmUp(search: Search, options: SearchOptions = {}): Steps<void> {
	for (const limit of FIRST_LIMITS) {
		search('', { ...options, limit });
		yield;
	}
	for (const text of TYPED) {
		for (let end = 1; end <= text.length; end++) {
			search(text.slice(0, end), options);
			yield;
		}
	}
}
