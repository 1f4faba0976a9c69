import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import * as v from 'valibot';
import { parse } from 'yaml';
import { buildFiles } from '../content/build.ts';
import { QueryFile, type QueryRecord } from '../content/schema/words/vocabulary.ts';
import { isCards } from '../data/guards.ts';
import { AREAS } from '../data/terms.ts';
import { isVocabulary, type Vocabulary } from '../data/vocabulary.ts';
import { normalise, singular, wordsOf } from '../lib/directory/search/read/normalise.ts';
import type { Search, SearchAnswer } from '../lib/directory/search/index.ts';
import { DataStore } from '../lib/offline/store/data-store.ts';
import { MemoryShelf } from '../lib/offline/store/shelf.ts';
import { batchLine, loadSearch } from './find.ts';

/** The search on the real content, with the query set that editors keep. */

const NOW = new Date('2026-11-21T12:00:00Z');
const FIRST = 3;
/** Hundreds of searches a test, on a machine that may be busy. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const RIGHT = 0.97;
const { queries } = v.parse(QueryFile, parse(readFileSync('content/vocabulary/queries.yaml', 'utf8')));

let search: Search;
let vocabulary: Vocabulary;
let known: Set<string>;

beforeAll(async () => {
	const { files } = buildFiles(process.cwd());
	const store = new DataStore(new MemoryShelf(), (name) => Promise.resolve(files.get(name)));
	const { search: ready, places } = await loadSearch(store, NOW);
	search = ready;
	vocabulary = await store.file('vocabulary', isVocabulary);
	const cards = [...files].filter(([name]) => name.includes('.cards-')).flatMap(([, text]) => readCards(text));
	known = new Set([
		...vocabulary.stop,
		...vocabulary.common,
		...places.names.flatMap(([name]) => wordsOf(normalise(name))),
		...vocabulary.meanings.flatMap(({ phrases }) => phrases.flatMap(wordsOf)),
		...Object.values(vocabulary.alarms.lists).flatMap((list) => list.flatMap(wordsOf)),
		...cards.flatMap(({ name, org, aka = [], text, places = [] }) =>
			[name, org, ...aka, text, ...places.map(({ city }) => city)].flatMap((each) => wordsOf(normalise(each)))
		)
	]);
});

function readCards(text: string) {
	const cards: unknown = JSON.parse(text);
	return isCards(cards) ? cards : [];
}

function answers(want: string, { emergency, results }: SearchAnswer): boolean {
	if (want === 'emergency:none') return emergency === null;
	if (want.startsWith('emergency:')) return emergency === want.slice('emergency:'.length);
	return results.slice(0, FIRST).some(({ card }) => card.id === want || card.terms.some((term) => term === want));
}

function isRight({ q, area, want, any, first, not = [] }: QueryRecord, today?: string): boolean {
	const answer = search(q, { ...(area && { area }), ...(today && { today }) });
	const wants = [want].flat();
	const top = { ...answer, results: answer.results.slice(0, 1) };
	return (
		(any ? wants.some((each) => answers(each, answer)) : wants.every((each) => answers(each, answer))) &&
		(first === undefined || answers(first, top)) &&
		!not.some((each) => answers(each, answer))
	);
}

test.each([undefined, '2026-11-21', '2027-10-01', '2031-01-01'])(
	`of ${queries.length} searches as people type them, 97 in 100 show the right help among the first three, on %s`,
	(today) => {
		const misses = queries.filter((query) => !isRight(query, today));
		const share = 1 - misses.length / queries.length;
		const told = misses.map(({ q, area, want }) => `${q} [${area ?? 'no area'}] wants ${[want].flat().join(', ')}`);
		expect(queries.length).toBeGreaterThanOrEqual(150);
		expect(share, `missed:\n${told.join('\n')}`).toBeGreaterThanOrEqual(RIGHT);
	}
);

describe('who it is for', () => {
	test.each(['my son 15 weed', 'im 15 heroin', '14 ketamine', 'teenager crack', 'my daughter is 16 and on coke'])(
		'%s: no service for adults among the first three, in any area',
		(query) => {
			for (const area of AREAS) {
				const first = search(query, { area }).results.slice(0, FIRST);
				expect(first.filter(({ card }) => (card.minAge ?? 0) >= 18 && !card.terms.includes('family-support'))).toEqual(
					[]
				);
			}
		}
	);

	test.each(['im 35 and on heroin', 'my husband drinks', 'aged 60 drinking'])(
		'%s: no service for children first',
		(query) => {
			for (const area of AREAS) {
				const first = search(query, { area }).results.slice(0, FIRST);
				expect(first.filter(({ card }) => (card.maxAge ?? 99) < 18)).toEqual([]);
			}
		}
	);

	test('for a husband who drinks, help for families stands first and the way into treatment next to it', () => {
		const { results } = search('my husband drinks', { area: 'essex' });
		expect(results[0]?.card.terms).toContain('family-support');
		expect(results.slice(0, FIRST).some(({ card }) => card.terms[0] === 'treatment')).toBe(true);
	});
});

describe('places', () => {
	test('a place in the words overrules the chosen area', () => {
		const { place, results } = search('needle exchange southend', { area: 'northamptonshire' });
		expect(place.area).toBe('southend-on-sea');
		expect(results[0]?.card.area).toBe('southend-on-sea');
	});

	test('a village with a postcode of another county belongs to its own council', () => {
		expect(search('drink problem LE16 8TH').place).toMatchObject({
			area: 'northamptonshire',
			council: 'north-northamptonshire'
		});
	});

	test('a town alone shows its way into treatment first, and pharmacies never among the first', () => {
		for (const town of [
			'harlow',
			'loughborough',
			'southend',
			'corby',
			'leicester',
			'chelmsford',
			'coalville',
			'clacton'
		]) {
			const { results } = search(town);
			expect(results[0]?.card.terms, town).toContain('treatment');
			expect(
				results.slice(0, 5).every(({ card }) => card.terms.some((term) => term !== 'pharmacy')),
				town
			).toBe(true);
		}
	});

	test('pharmacies come up for the word and for nothing else', () => {
		const isPharmacy = ({ results }: SearchAnswer) =>
			results.filter(({ card }) => card.terms.every((term) => term === 'pharmacy'));
		expect(isPharmacy(search('chemist loughborough')).length).toBeGreaterThan(5);
		for (const query of ['heroin', 'pins leicester', 'methadone', 'detox northampton', 'naloxone']) {
			expect(isPharmacy(search(query, { limit: 100 })), query).toEqual([]);
		}
	});
});

describe('emergencies', () => {
	const phraseOfEmergency = () =>
		fc.constantFrom(...vocabulary.meanings.filter(({ emergency }) => emergency).flatMap(({ phrases }) => phrases));

	test('every phrase of an emergency opens its card, whatever the case and the marks around it', () => {
		for (const { emergency, phrases } of vocabulary.meanings) {
			if (!emergency) continue;
			for (const phrase of phrases) {
				expect(search(phrase).emergency, phrase).not.toBeNull();
				expect(search(`  ${phrase.toUpperCase()}!!! `).emergency, phrase).not.toBeNull();
				expect(search(`“${phrase}”...`).emergency, phrase).not.toBeNull();
			}
		}
	});

	test('one wrong letter in a word of five or more does not keep the card from opening', () => {
		const slip = fc.record({
			at: fc.nat(),
			letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
			how: fc.constantFrom('drop', 'change', 'swap', 'add')
		});
		fc.assert(
			fc.property(phraseOfEmergency(), fc.nat(), slip, (phrase, pick, { at, letter, how }) => {
				const words = wordsOf(phrase);
				const long = [...words.keys()].filter((index) => (words[index]?.length ?? 0) >= 5);
				const index = long[pick % Math.max(1, long.length)];
				fc.pre(index !== undefined);
				const word = words[index ?? 0] ?? '';
				// The first letter stays: it is the one that people get right.
				const place = 1 + (at % (word.length - 1));
				const wrong = {
					drop: word.slice(0, place) + word.slice(place + 1),
					change: word.slice(0, place) + letter + word.slice(place + 1),
					swap: word.slice(0, place - 1) + (word[place] ?? '') + (word[place - 1] ?? '') + word.slice(place + 1),
					add: word.slice(0, place) + letter + word.slice(place)
				}[how];
				// A slip that makes another word is that word.
				fc.pre(!known.has(wrong) && !known.has(singular(wrong)) && !known.has(`${wrong}s`));
				words[index ?? 0] = wrong;
				const typed = words.join(' ');
				expect(search(typed).emergency, typed).not.toBeNull();
			}),
			{ numRuns: 1500 }
		);
	});

	test.each([
		['overd', 'overdose'],
		['suicid', 'suicidal'],
		['wont wak', 'cannot-wake'],
		['not breat', 'overdose'],
		['chest pai', 'chest-pain'],
		['want to kil myself', 'suicidal']
	])('%s, half typed or misspelt, opens %s', (typed, card) => {
		expect(search(typed).emergency).toBe(card);
	});

	test.each([
		'fit note',
		'cutting down drinking',
		'my son died of an overdose',
		'overdose training',
		'college',
		'colchester',
		'spikes',
		'dead end'
	])('%s is none', (typed) => {
		expect(search(typed).emergency).toBeNull();
	});

	test('999 stands first when a life is in danger, in every area', () => {
		for (const area of AREAS) {
			for (const query of ['overdose', 'wont wake up', 'having a fit', 'chest pain', 'toddler drank methadone']) {
				expect(search(query, { area }).results[0]?.card.id, `${query} ${area}`).toBe('emergency-999');
			}
		}
	});

	test('whoever thinks of dying sees someone to talk to first, and 999 near', () => {
		for (const area of AREAS) {
			const first = search('i want to die', { area }).results.slice(0, FIRST);
			expect(first[0]?.card.terms.some((term) => term === 'crisis-line' || term === 'mental-health-crisis')).toBe(true);
			expect(first.some(({ card }) => card.id === 'emergency-999')).toBe(true);
		}
	});
});

describe('what it says', () => {
	test('an ambiguous word shows every meaning', () => {
		expect(search('gear').ambiguous[0]?.meanings.map(({ id }) => id)).toEqual(['heroin', 'steroids', 'clean-needles']);
		expect(search('meth').ambiguous[0]?.meanings).toHaveLength(2);
	});

	test('choosing a meaning by its formal name finds it, and no other', () => {
		for (const meanings of Object.values(vocabulary.ambiguous)) {
			for (const id of meanings) {
				const label = vocabulary.meanings.find((meaning) => meaning.id === id)?.label ?? '';
				const labels = search(label).understood.map(({ means }) => means);
				expect(labels, label).toContain(label);
			}
		}
	});

	test('why it is shown explains the slang by its formal name', () => {
		const [result] = search('smack', { area: 'essex' }).results;
		expect(result?.why[0]?.text).toBe('“smack” means: heroin (diamorphine)');
	});

	test('markup in the query is never repeated', () => {
		const answer = search('<img src=x onerror=alert(1)> pins <b>heroin</b>', { area: 'essex' });
		expect(
			JSON.stringify({ ...answer, results: answer.results.map(({ why }) => why), nearMisses: [], fallback: [] })
		).not.toMatch(/[<>]/);
	});

	test('where nothing fits there is still somebody to ask', () => {
		const answer = search('zzzzqqq', { area: 'essex' });
		expect(answer.results).toEqual([]);
		expect(answer.fallback.map(({ id }) => id)).toContain('frank');
		expect(answer.fallback[0]?.frontDoor).toBeDefined();
	});
});

describe('whatever is typed', () => {
	const anything = () =>
		fc.oneof(
			fc.string({ unit: 'grapheme', maxLength: 80 }),
			fc.string({ unit: 'binary', maxLength: 300 }),
			fc
				.array(fc.constantFrom(...queries.flatMap(({ q }) => q.split(' '))), { maxLength: 12 })
				.map((words) => words.join(' '))
		);
	const somewhere = fc.constantFrom(undefined, ...AREAS);

	test('it never throws, gives the same answer twice, stays within its limit, best first', () => {
		fc.assert(
			fc.property(anything(), somewhere, fc.nat({ max: 30 }), (query, area, limit) => {
				const options = { ...(area && { area }), limit };
				const answer = search(query, options);
				expect(search(query, options)).toEqual(answer);
				expect(answer.results.length).toBeLessThanOrEqual(limit);
				const scores = answer.results.map(({ score }) => score);
				expect(scores).toEqual(scores.toSorted((a, b) => b - a));
				expect(scores.every((score) => Number.isFinite(score) && score > 0)).toBe(true);
				expect(new Set(answer.results.map(({ card }) => card.id)).size).toBe(answer.results.length);
			}),
			{ numRuns: 400 }
		);
	});

	test('a stop word more does not lose the right answer', () => {
		const stopWords = ['the', 'please', 'i', 'some', 'need', 'really'];
		const right = queries.filter((query) => isRight(query));
		const lost = right.filter((query, index) => {
			const word = stopWords[index % stopWords.length] ?? '';
			return !isRight({ ...query, q: `${word} ${query.q}` }) || !isRight({ ...query, q: `${query.q} ${word}` });
		});
		expect(lost.map(({ q }) => q)).toEqual([]);
	});
});

test('a line of a batch gives its query, area and results', () => {
	expect(batchLine('pins\tsouthend-on-sea', search, { limit: 1 })).toMatchObject({
		query: 'pins',
		area: 'southend-on-sea',
		results: [{ area: 'southend-on-sea', listing: expect.stringMatching(/listed|confirm-first/) }]
	});
	expect(batchLine('zzzz', search, { limit: 5 })).toEqual({ query: 'zzzz', area: null, results: [] });
	expect(batchLine('', search, { limit: 0 })).toEqual({ query: '', area: null, results: [] });
});
