import { expect, test } from 'vitest';
import { placeInWords } from './place-in-words.ts';

test.each([
	['meeting in Kettering', 'Kettering'],
	['pins nr corby ', 'corby'],
	['needle exchange NN15 7PW', 'NN15 7PW'],
	['ss1 naloxone', 'ss1'],
	['my son is in trouble near saffron walden', 'trouble near saffron walden'],
	['in', ''],
	['inside', ''],
	['4 cans a day', ''],
	['', '']
])('%j asks for help at %j', (words, place) => {
	expect(placeInWords(words)).toBe(place);
});
