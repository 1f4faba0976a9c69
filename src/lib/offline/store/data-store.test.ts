import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGlossary } from '../../../data/pages/glossary.ts';
import { DATA_SCHEMA, type Card, type DataIndex } from '../../../data/record.ts';
import { DataStore, DataUnavailable, type Fetch } from './data-store.ts';
import { fileName } from '../../../data/files/data-files.ts';
import { INDEX } from './data-index.ts';
import { parseJson } from './parse-json.ts';
import { MemoryShelf, type Shelf } from './shelf.ts';
import { SAVED_AT } from '../storage-keys.ts';

const card = (id: string, phone: string): Card => ({
	id,
	name: `Service ${id}`,
	org: 'Org',
	area: 'essex',
	listing: 'listed',
	terms: ['treatment'],
	text: 'It helps.',
	ways: ['phone'],
	referral: ['self'],
	phone
});

/** An origin with one area of one bucket and one national pack; `hash` makes each version's files its own. */
function origin(hash: string, phone: string): Map<string, string> {
	const index: DataIndex = {
		schema: DATA_SCHEMA,
		version: hash,
		made: '2026-01-01',
		packs: {
			essex: { cards: [hash], details: [hash], records: 1, bytes: 1 },
			national: { cards: [hash], details: [hash], records: 1, bytes: 1 }
		},
		files: { glossary: hash },
		moved: {}
	};
	const detail = (id: string) => ({ id, description: ' Walk in.', sources: [] });
	return new Map([
		[INDEX, JSON.stringify(index)],
		[fileName('essex.cards-0', hash), JSON.stringify([card('a', phone)])],
		[fileName('essex.details-0', hash), JSON.stringify([detail('a')])],
		[fileName('national.cards-0', hash), JSON.stringify([card('b', phone)])],
		[fileName('national.details-0', hash), JSON.stringify([detail('b')])],
		[fileName('glossary', hash), '[]']
	]);
}

const OLD = origin('0000000000aa', '01');
const NEW = origin('0000000000bb', '02');
const from =
	(files: ReadonlyMap<string, string>): Fetch =>
	(name) =>
		Promise.resolve(files.get(name));
const nothing: Fetch = () => Promise.resolve(undefined);

/** A shelf that keeps between visits, and may refuse. */
class TestShelf extends MemoryShelf {
	override readonly lasting: boolean = true;
	refuse: (name: string) => boolean = () => false;
	override put(name: string, text: string) {
		return this.refuse(name) ? Promise.resolve(false) : super.put(name, text);
	}
}

async function savedShelf(files = OLD): Promise<TestShelf> {
	const shelf = new TestShelf();
	await new DataStore(shelf, from(files)).refresh(1_000);
	return shelf;
}

async function phones(store: DataStore): Promise<(string | undefined)[]> {
	return (await store.cards(['essex', 'national'])).map(({ phone }) => phone);
}

describe('a first visit', () => {
	test('reads from the origin what it needs, before anything is saved', async () => {
		const store = new DataStore(new TestShelf(), from(OLD));
		expect(await phones(store)).toEqual(['01', '01']);
		expect((await store.service('b'))?.detail?.description).toBe('It helps. Walk in.');
		expect(await store.file('glossary', isGlossary)).toEqual([]);
	});

	test('without a network says that there is nothing', async () => {
		const store = new DataStore(new TestShelf(), nothing);
		await expect(store.cards(['essex'])).rejects.toThrow(DataUnavailable);
		await expect(store.service('a')).rejects.toThrow(DataUnavailable);
	});

	test('saves every file, and says so of each', async () => {
		const told: string[] = [];
		const shelf = new TestShelf();
		const result = await new DataStore(shelf, from(OLD)).refresh(1_000, (done, total) => told.push(`${done}/${total}`));
		expect(result).toEqual({ state: 'saved', changed: false });
		expect(told).toEqual(['1/5', '2/5', '3/5', '4/5', '5/5']);
		expect((await shelf.names()).sort()).toEqual([...OLD.keys(), SAVED_AT].sort());
	});

	test('asks for a file once, however many ask for it at once', async () => {
		const asked: string[] = [];
		const store = new DataStore(new TestShelf(), (name) => {
			asked.push(name);
			return from(OLD)(name);
		});
		await store.index();
		await Promise.all([phones(store), phones(store), store.refresh(1_000)]);
		const files = asked.filter((name) => name !== INDEX);
		expect(files).toHaveLength(new Set(files).size);
	});
});

describe('a later visit', () => {
	test('uses what is held with no network', async () => {
		const store = new DataStore(await savedShelf(), nothing);
		expect(await phones(store)).toEqual(['01', '01']);
		expect(await store.savedAt()).toBe(1_000);
		expect(await store.savedAreas()).toEqual(['essex', 'national']);
	});

	test('takes up a newer set whole, and lets the old files go', async () => {
		const shelf = await savedShelf();
		const store = new DataStore(shelf, from(NEW));
		expect(await phones(store)).toEqual(['01', '01']);
		expect(await store.refresh(2_000)).toEqual({ state: 'saved', changed: true });
		expect(await phones(store)).toEqual(['02', '02']);
		expect((await shelf.names()).sort()).toEqual([...NEW.keys(), SAVED_AT].sort());
	});

	test('says that nothing changed when nothing did, and remembers the time', async () => {
		const store = new DataStore(await savedShelf(), from(OLD));
		await store.index();
		expect(await store.refresh(5_000)).toEqual({ state: 'saved', changed: false });
		expect(await store.savedAt()).toBe(5_000);
	});

	test('knows data that needs a newer app from no data', async () => {
		const index: unknown = JSON.parse(NEW.get(INDEX) ?? '');
		const newer = JSON.stringify({ ...Object(index), schema: DATA_SCHEMA + 1 });
		const store = new DataStore(await savedShelf(), (name) => Promise.resolve(name === INDEX ? newer : undefined));
		expect((await store.refresh(2_000)).state).toBe('newer-app');
		expect(await phones(store)).toEqual(['01', '01']);
	});

	test('forgets everything when asked', async () => {
		const shelf = await savedShelf();
		const store = new DataStore(shelf, nothing);
		await store.forget();
		expect(await shelf.names()).toEqual([]);
		await expect(store.cards(['essex'])).rejects.toThrow(DataUnavailable);
	});
});

describe('when things go wrong', () => {
	test('whichever files do not come, the old set stays whole or the new one is', async () => {
		await fc.assert(
			fc.asyncProperty(fc.subarray([...NEW.keys()]), fc.boolean(), async (come, read) => {
				const shelf = await savedShelf();
				const store = new DataStore(shelf, (name) => Promise.resolve(come.includes(name) ? NEW.get(name) : undefined));
				if (read) await store.index();
				const { state } = await store.refresh(2_000);
				expect(state).toBe(come.length === NEW.size ? 'saved' : 'failed');
				const later = new DataStore(shelf, nothing);
				const got = await phones(later);
				expect(got).toEqual(state === 'saved' ? ['02', '02'] : ['01', '01']);
				expect((await later.service('a'))?.detail).toBeDefined();
			})
		);
	});

	test('whichever files the device refuses, the new set is used now and a whole one is kept', async () => {
		await fc.assert(
			fc.asyncProperty(fc.subarray([...NEW.keys()], { minLength: 1 }), async (refused) => {
				const shelf = await savedShelf();
				shelf.refuse = (name) => refused.includes(name);
				const store = new DataStore(shelf, from(NEW));
				await phones(store);
				expect(await store.refresh(2_000)).toEqual({ state: 'full', changed: true });
				expect(await phones(store)).toEqual(['02', '02']);
				expect(await phones(new DataStore(shelf, nothing))).toEqual(['01', '01']);
			})
		);
	});

	test('whichever files have gone missing, a network brings them back', async () => {
		await fc.assert(
			fc.asyncProperty(fc.subarray([...OLD.keys()]), fc.constantFrom(OLD, NEW), async (gone, there) => {
				const shelf = await savedShelf();
				for (const name of gone) await shelf.delete(name);
				const store = new DataStore(shelf, from(there));
				const got = await phones(store);
				expect(new Set(got).size).toBe(1);
				expect((await store.service('a'))?.card.name).toBe('Service a');
				expect(store.partial).toBe(false);
				expect((await store.refresh(2_000)).state).toBe('saved');
			})
		);
	});

	test('without a network, what is left of the list is given, and said to be a part', async () => {
		const shelf = await savedShelf();
		await shelf.delete(fileName('national.cards-0', '0000000000aa'));
		await shelf.delete(fileName('essex.details-0', '0000000000aa'));
		const store = new DataStore(shelf, nothing);
		expect(await phones(store)).toEqual(['01']);
		expect(store.partial).toBe(true);
		expect(await store.service('a')).toEqual({ card: card('a', '01') });
		await expect(store.service('b')).rejects.toThrow(DataUnavailable);
	});

	test('a held file cannot be read and the newer set does not come whole: no more than that one is lost', async () => {
		await fc.assert(
			fc.asyncProperty(fc.subarray([...NEW.keys()]), async (come) => {
				const shelf = await savedShelf();
				await shelf.delete(fileName('national.cards-0', '0000000000aa'));
				const store = new DataStore(shelf, (name) => Promise.resolve(come.includes(name) ? NEW.get(name) : undefined));
				const got = await phones(store);
				expect(['01', '02,02']).toContain(got.join());
				expect((await store.service('a'))?.detail).toBeDefined();
			})
		);
	});

	test('another tab took up a newer set: this one follows', async () => {
		const shelf = await savedShelf();
		const here = new DataStore(shelf, nothing);
		await here.index();
		await new DataStore(shelf, from(NEW)).refresh(2_000);
		expect(await phones(here)).toEqual(['02', '02']);
	});

	test('whatever stands on the shelf, it never breaks the app', async () => {
		// A list would be taken at its word here: in a browser the shelf has checked each file's hash.
		const junk = fc
			.oneof(fc.string(), fc.json(), fc.constantFrom('null', '{', '[null]', '{"at":"x"}', '{"schema":1}'))
			.filter((text) => !Array.isArray(parseJson(text)) || text === '[null]');
		await fc.assert(
			fc.asyncProperty(fc.array(junk, { minLength: 7, maxLength: 7 }), async (texts) => {
				const shelf: Shelf = new TestShelf();
				for (const [i, name] of [...OLD.keys(), SAVED_AT].entries()) await shelf.put(name, texts[i] ?? '');
				const store = new DataStore(shelf, from(OLD));
				expect(await store.service('a')).toBeDefined();
				expect((await phones(store)).length).toBeGreaterThan(0);
				const at = await store.savedAt();
				expect(at === undefined || Number.isFinite(at)).toBe(true);
				expect((await store.refresh(2_000)).state).toBe('saved');
			})
		);
	});
});

describe('files that only pages for work read', () => {
	const withTools = (hash: string) => {
		const files = origin(hash, '01');
		const index: unknown = JSON.parse(files.get(INDEX) ?? '');
		const named = { ...Object(index), files: { glossary: hash, leaflets: hash } };
		return new Map([...files, [INDEX, JSON.stringify(named)], [fileName('leaflets', hash), '{}']]);
	};
	const old = withTools('0000000000aa');
	const leaflets = (hash: string) => fileName('leaflets', hash);

	test('are not saved with the rest', async () => {
		const shelf = await savedShelf(old);
		expect(await shelf.names()).not.toContain(leaflets('0000000000aa'));
	});

	test('are saved once one of those pages is opened, and kept up to date from then on', async () => {
		const shelf = await savedShelf(old);
		await new DataStore(shelf, from(old)).keepTools();
		expect(await shelf.names()).toContain(leaflets('0000000000aa'));
		expect((await new DataStore(shelf, from(withTools('0000000000bb'))).refresh(2_000)).state).toBe('saved');
		expect(await shelf.names()).toContain(leaflets('0000000000bb'));
		expect(await shelf.names()).not.toContain(leaflets('0000000000aa'));
	});

	test('stay when one of those pages is opened while the phone saves the rest', async () => {
		const shelf = new TestShelf();
		let opened: Promise<void> | undefined;
		const store: DataStore = new DataStore(shelf, (name) => {
			// The first file for all has been asked for: what is wanted has been decided.
			if (name !== INDEX) opened ??= store.keepTools();
			return Promise.resolve(old.get(name));
		});
		expect((await store.refresh(1_000)).state).toBe('saved');
		await opened;
		expect(await shelf.names()).toContain(leaflets('0000000000aa'));
	});

	test('cannot be saved with no network, and that is said', async () => {
		const store = new DataStore(await savedShelf(old), nothing);
		await expect(store.keepTools()).rejects.toThrow(DataUnavailable);
	});
});

describe('files that hold others', () => {
	const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
	const lists = [[card('a', '01')], [card('c', '03')], [card('e', '05')], [card('g', '07')]];
	const cardHashes = lists.map((list) => hashOf(JSON.stringify(list)));
	const wholeText = JSON.stringify(lists);
	const whole = fileName('essex.cards', hashOf(wholeText));
	const index: DataIndex = {
		schema: DATA_SCHEMA,
		version: '00000000abcd',
		made: '2026-01-01',
		packs: { essex: { cards: cardHashes, details: [], whole: { cards: hashOf(wholeText) }, records: 4, bytes: 1 } },
		files: {},
		moved: {}
	};
	const parts = lists.map(
		(list, i) => [fileName(`essex.cards-${i}`, cardHashes[i] ?? ''), JSON.stringify(list)] as const
	);
	const site = new Map([[INDEX, JSON.stringify(index)], [whole, wholeText], ...parts]);
	const counted = (files: ReadonlyMap<string, string>) => {
		const asked: string[] = [];
		const fetch: Fetch = (name) => {
			asked.push(name);
			return Promise.resolve(files.get(name));
		};
		return { asked, fetch };
	};

	test('a phone that has none asks for one file, and keeps each of those in it', async () => {
		const shelf = new TestShelf();
		const { asked, fetch } = counted(site);
		expect(await new DataStore(shelf, fetch).refresh(1_000)).toEqual({ state: 'saved', changed: false });
		expect(asked).toEqual([INDEX, whole]);
		expect((await new DataStore(shelf, nothing).cards(['essex'])).map(({ id }) => id)).toEqual(['a', 'c', 'e', 'g']);
	});

	test('a page that needs a list asks for it whole, once', async () => {
		const { asked, fetch } = counted(site);
		const store = new DataStore(new TestShelf(), fetch);
		await Promise.all([store.cards(['essex']), store.cards(['essex'])]);
		await store.refresh(1_000);
		expect(asked).toEqual([INDEX, whole, INDEX]);
	});

	test('a phone that lacks one asks for that one', async () => {
		const shelf = new TestShelf();
		await new DataStore(shelf, from(site)).refresh(1_000);
		const [lost = ''] = parts[2] ?? [];
		await shelf.delete(lost);
		const { asked, fetch } = counted(site);
		await new DataStore(shelf, fetch).refresh(2_000);
		expect(asked).toEqual([INDEX, lost]);
	});

	test.each([
		['missing', undefined],
		['another list', JSON.stringify([[card('a', '09')], ...lists.slice(1)])],
		['short', JSON.stringify(lists.slice(0, 2))],
		['nothing of ours', '{"a":1}']
	])('where it is %s, what it should hold comes by itself', async (_name, text) => {
		const broken = new Map(site);
		if (text === undefined) broken.delete(whole);
		else broken.set(whole, text);
		const shelf = new TestShelf();
		expect((await new DataStore(shelf, from(broken)).refresh(1_000)).state).toBe('saved');
		expect((await new DataStore(shelf, nothing).cards(['essex'])).map(({ phone }) => phone)).toEqual([
			'01',
			'03',
			'05',
			'07'
		]);
	});
});
