import { beforeAll, expect, test, vi } from 'vitest';
import { randomFrom } from '../../../../bench/random.ts';
import { keystrokes } from '../../../../bench/search/keystrokes.ts';
import { materialFrom } from '../../../../bench/search/records.ts';
import type { Material } from '../../../../bench/search/engine.ts';
import { readQueries } from '../../../../bench/search/quality.ts';
import { buildFiles } from '../../../../content/build.ts';
import type { Card } from '../../../../data/record.ts';
import { DataStore } from '../../../offline/store/data-store.ts';
import { MemoryShelf } from '../../../offline/store/shelf.ts';
import { searchPlaces } from '../places.ts';
import { phraseEntries } from '../read/entries.ts';
import { Lexicon } from '../read/lexicon.ts';
import { normalise, wordsOf } from '../read/normalise.ts';
import { Reader } from '../read/reader.ts';
import { chooseVaried } from './choose.ts';
import { Columns } from './columns.ts';
import { plainChoice, plainHits, plainScores } from './plain-ranking.ts';
import { CardWords, fieldsOf, Postings } from './postings.ts';
import { wantedOf } from './rank.ts';
import { Scores, type Asked } from './score.ts';

/** The quick ranking against the plain one, on the real content: thousands of keystrokes, places and filters. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });
const PHRASES = 60;
const LEAST = 1000;
let material: Material;

beforeAll(async () => {
	const { files } = buildFiles(process.cwd());
	material = await materialFrom(new DataStore(new MemoryShelf(), (name) => Promise.resolve(files.get(name))));
});

test('ranking by columns gives the same cards, in the same order, with the same scores as ranking card by card', () => {
	const { cards, vocabulary, places } = material;
	const fields = cards.map((card) => fieldsOf(card, normalise));
	const entries = phraseEntries(cards, vocabulary, searchPlaces(places), normalise);
	const words = [
		...entries.flatMap(({ phrase }) => wordsOf(phrase)),
		...fields.flatMap((lists) => lists.flatMap(([, own]) => own))
	];
	const stop = new Set(vocabulary.stop);
	const lexicon = new Lexicon(words, new Set([...stop, ...vocabulary.common]));
	const reader = new Reader(lexicon, entries, vocabulary, searchPlaces(places));
	const own = new CardWords(stop);
	for (const lists of fields) own.add(lists);
	const postings = new Postings(lexicon, own);
	const columns = new Columns(cards);
	const councils = (area: string) =>
		new Set(vocabulary.areas.flatMap((each) => (each.area === area && each.council ? [each.council] : [])));

	const random = randomFrom(3);
	const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
	const typed = keystrokes(readQueries('content/vocabulary/queries.yaml'), PHRASES);
	let compared = 0;
	for (const { text, area } of typed) {
		const said = reader.read(text);
		const town = pick(places.names);
		const near = random() < 0.4 && town ? { lat: town[1] / 10_000, lon: town[2] / 10_000 } : undefined;
		const council = random() < 0.2 ? pick(places.councils) : undefined;
		const given = {
			...(area && { area }),
			...(council && { area: council.area, council: council.id }),
			...(near && { point: near })
		};
		const target = said.target ?? (Object.keys(given).length > 0 ? given : undefined);
		const isPlain = said.found.length + said.names.length === 0;
		const browse = isPlain && (said.rest.length === 0 || said.target !== undefined);
		const nameOnly = said.found.length === 0 && said.names.length > 0;
		const options = {
			...(random() < 0.2 && { open: (card: Card) => card.id.length % 2 === 0 }),
			...(random() < 0.5 && { today: pick(['2026-11-29', '2027-06-30', '2029-01-01']) ?? '' }),
			...(random() < 0.2 && { keep: (card: Card) => card.id.length % 3 !== 0 })
		};
		const asked: Asked = { said, wanted: wantedOf(said, browse || nameOnly), target, browse, nameOnly, options };
		const limit = pick([0, 1, 3, 10, 11, 20, 200]) ?? 20;

		const scores = new Scores(columns, postings, councils, asked);
		const plain = plainScores(cards, plainHits(said.text, fields, lexicon, stop), councils, asked);
		for (const isMiss of [false, true]) {
			const essential = isMiss ? [] : asked.wanted.essential;
			const quick = chooseVaried(columns, scores, isMiss ? scores.misses : scores.fitting, limit, essential);
			const slow = plainChoice(
				plain.filter((each) => each.isMiss === isMiss),
				limit,
				essential
			);
			const told = JSON.stringify([text, given, limit, isMiss]);
			expect(
				quick.map(({ card, score, term, details }) => [
					card.id,
					score,
					term,
					details.place.km,
					details.frontDoor,
					details.named
				]),
				told
			).toEqual(slow.map(({ card, score, term, km, isDoor, named }) => [card.id, score, term, km, isDoor, named]));
		}
		compared++;
	}
	expect(compared).toBeGreaterThan(LEAST);
});
