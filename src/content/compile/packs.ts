import { isPharmacyPack, packId } from '../../data/packs.ts';
import { CARDS_PER_BUCKET, DETAILS_PER_BUCKET, spread } from '../../data/buckets.ts';
import { checkedDays } from '../check/given.ts';
import type { Card, DataIndex, Detail } from '../../data/record.ts';
import { DATA_SCHEMA } from '../../data/record.ts';
import type { Published } from '../../data/terms.ts';
import { PUBLISHED } from '../../data/terms.ts';
import type { Content, ReadService } from '../read/index.ts';
import type { ServiceRecord } from '../schema/service.ts';
import { dataFile, type DataFile } from './data-file.ts';
import type { Locate } from './positions.ts';
import { compileService } from './service.ts';

/** Pharmacies' records are short and alike: that many more of them fit in a file. */
const PHARMACY_SHARE = { cards: 4.5, details: 6.5 };

interface Compiled {
	card: Card;
	detail: Detail;
}

const isPublished = (record: ServiceRecord): record is ServiceRecord & { listing: Published } =>
	PUBLISHED.some((listing) => listing === record.listing);

/** Every published service, as its card and detail. */
export function compileServices(content: Content, locate: Locate): Compiled[] {
	const organizations = new Map(content.organizations.map(({ record }) => [record.id, record.name]));
	const areas = content.areas.map(({ record }) => record);
	return content.services.flatMap(({ record, area }) =>
		isPublished(record)
			? compileService(record, {
					area,
					organizationName: organizations.get(record.organization) ?? record.organization,
					areas,
					locate
				})
			: []
	);
}

/**
 * Splits services into packs: one for each area, and one for each set of areas that share services (such as a detox
 * ward for three councils). Each service stands in one pack only, so that a change to it costs a phone one pair of files.
 */
export function compilePacks(content: Content, services: readonly Compiled[]) {
	const files: DataFile[] = [];
	const packs: DataIndex['packs'] = {};
	const areas = content.areas.map(({ record }) => record).sort((a, b) => (a.id < b.id ? -1 : 1));
	const members = new Map<string, Compiled[]>(areas.map(({ id }) => [id, []]));
	for (const service of services) {
		const served = areas.filter(
			({ id, councils }) => service.card.area === id || councils.some((council) => service.card.councils?.includes(council.id))
		);
		const pack = packId(
			served.map(({ id }) => id),
			service.card.terms[0] === 'pharmacy'
		);
		members.set(pack, [...(members.get(pack) ?? []), service]);
	}
	for (const [pack, own] of [...members].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const share = isPharmacyPack(pack) ? PHARMACY_SHARE : { cards: 1, details: 1 };
		const add = (part: string, lists: unknown[][]) =>
			lists.map((list, i) => {
				const file = dataFile(`${pack}.${part}-${i}`, list);
				files.push(file);
				return file;
			});
		const cards = add('cards', spread(own.map(({ card }) => card), CARDS_PER_BUCKET * share.cards));
		const details = add('details', spread(own.map(({ detail }) => detail), DETAILS_PER_BUCKET * share.details));
		packs[pack] = {
			cards: cards.map(({ hash }) => hash),
			details: details.map(({ hash }) => hash),
			records: own.length,
			bytes: [...cards, ...details].reduce((sum, file) => sum + file.text.length, 0)
		};
	}
	return { files, packs };
}

/** Ids that no longer stand for a service people can use, with what to show instead. */
export function compileMoved(services: readonly ReadService[]): DataIndex['moved'] {
	const moved: DataIndex['moved'] = {};
	for (const { record } of services) {
		if (record.listing !== 'closed' && record.listing !== 'superseded') continue;
		moved[record.id] = {
			name: record.name,
			why: record.listing,
			...(record.replaced_by && { to: record.replaced_by })
		};
	}
	return moved;
}

/** The newest day on which a source was read, or somebody asked a service: how fresh the content is as a whole. */
export function newestSeen(services: readonly ReadService[]): string {
	const days = services.flatMap(({ record }) => [
		...Object.values(record.sources).flatMap(({ seen }) => seen ?? []),
		...checkedDays(record)
	]);
	return days.filter((day) => day !== 'unknown').sort().at(-1) ?? 'unknown';
}

/** The index that names all files, with its version. */
export function compileIndex(
	packs: DataIndex['packs'],
	single: readonly DataFile[],
	rest: Pick<DataIndex, 'made' | 'moved'>
): DataIndex {
	const named = {
		schema: DATA_SCHEMA,
		made: rest.made,
		packs,
		files: Object.fromEntries(single.map(({ role, hash }) => [role, hash])),
		moved: rest.moved
	};
	return { ...named, version: dataFile('index', named).hash };
}
