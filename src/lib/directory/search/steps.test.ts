import { expect, test } from 'vitest';
import type { Card } from '../../../data/record.ts';
import { plainVocabulary } from '../plain-vocabulary.ts';
import { testCard } from '../test-card.ts';
import { createSearch, searchInSteps, warmUp, type SearchPlaces } from './index.ts';
import { STEP } from './steps.ts';

/** A record is read for its words, its names and its columns, each part of it a few times: never more often in one step. */
const READS_OF_A_RECORD = 12;
const MANY = 40 * STEP;

/** Records, places and phrases that count how often they are looked at. */
function counted(count: number) {
	const seen = { reads: 0 };
	const counting = <Of extends object>(of: Of): Of =>
		new Proxy(of, {
			get(target, key, receiver) {
				// Records are first told apart by their ids, all at once: that is quick.
				if (key !== 'id') seen.reads++;
				return Reflect.get(target, key, receiver);
			}
		});
	const cards: Card[] = Array.from({ length: count }, (_, at) =>
		counting(testCard({ id: `s${at}`, name: `Haven ${at}`, org: `Trust ${at % 7}`, text: `word${at} help` }))
	);
	const places: SearchPlaces = {
		names: Array.from({ length: count }, (_, at) => counting({ name: `Town ${at}`, lat: 52, lon: at / 1000 }))
	};
	return { seen, cards, places };
}

test('making the index gives way before it has looked at more than a few dozen records or places', () => {
	const { seen, cards, places } = counted(MANY);
	const steps = searchInSteps(cards, plainVocabulary(), places);
	let most = 0;
	let done: boolean | undefined = false;
	while (!done) {
		seen.reads = 0;
		({ done } = steps.next());
		most = Math.max(most, seen.reads);
	}
	expect(most).toBeLessThanOrEqual(STEP * READS_OF_A_RECORD);
	expect(most).toBeGreaterThan(0);
});

test('twice the records take twice the steps', () => {
	const stepsFor = (count: number) => {
		const { cards, places } = counted(count);
		return [...searchInSteps(cards, plainVocabulary(), places)].length;
	};
	const [one, two] = [stepsFor(MANY), stepsFor(2 * MANY)];
	expect(two / one).toBeGreaterThan(1.8);
});

test('the warm-up tries one query a step, and leaves the answers as they are', () => {
	const { cards, places } = counted(STEP);
	const search = createSearch(cards, plainVocabulary(), places);
	const before = search('haven 12 near town 3');
	let queries = 0;
	const trying = warmUp((...asked) => {
		queries++;
		return search(...asked);
	});
	let steps = 0;
	while (!trying.next().done) {
		steps++;
		expect(queries).toBe(steps);
	}
	expect(steps).toBeGreaterThan(0);
	expect(search('haven 12 near town 3')).toEqual(before);
});
