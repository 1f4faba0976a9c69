import { isPharmacyPack, packId } from '../../../data/files/packs.ts';
import { CARDS_PER_BUCKET, DETAILS_PER_BUCKET, spread } from '../../../data/files/buckets.ts';
import type { Whole } from '../../../data/files/pharmacy-rows.ts';
import type { AreaIndex, DataIndex, PackPart } from '../../../data/record.ts';
import { checkedDays } from '../../check/given.ts';
import { DATA_SCHEMA } from '../../../data/record.ts';
import type { Published } from '../../../data/terms.ts';
import { PUBLISHED } from '../../../data/terms.ts';
import type { Content, ReadService } from '../../read/index.ts';
import type { ServiceRecord } from '../../schema/service.ts';
import { dataFile, type DataFile } from '../data-file.ts';
import { packPharmacies } from './pharmacies.ts';
import type { Locate } from './positions.ts';
import { compileService, frontDoorsOf } from './service.ts';

/** Rows of pharmacies in one file, about: 90 are some 4 KB compressed. */
const PHARMACIES_PER_BUCKET = 90;

const isPublished = (record: ServiceRecord): record is ServiceRecord & { listing: Published } =>
	PUBLISHED.some((listing) => listing === record.listing);

/** Every published service, as its card and detail. `made`: day of the content. */
export function compileServices(content: Content, locate: Locate, made = newestSeen(content.services)): Whole[] {
	const organizations = new Map(content.organizations.map(({ record }) => [record.id, record.name]));
	const frontDoors = frontDoorsOf(content.areas.map(({ record }) => record));
	return content.services.flatMap(({ record, area }) =>
		isPublished(record)
			? compileService(record, {
					area,
					organizationName: organizations.get(record.organization) ?? record.organization,
					frontDoors,
					locate,
					made
				})
			: []
	);
}

/**
 * Splits services into packs: one for each area, and one for each set of areas that share services (such as a detox
 * ward for three councils). Each service stands in one pack only, so that a change to it costs a phone one pair of files.
 */
export function compilePacks(content: Content, services: readonly Whole[]) {
	const files: DataFile[] = [];
	const packs: DataIndex['packs'] = {};
	const areas = content.areas.map(({ record }) => record).sort((a, b) => (a.id < b.id ? -1 : 1));
	const members = new Map<string, Whole[]>(areas.map(({ id }) => [id, []]));
	for (const service of services) {
		const served = areas.filter(
			({ id, councils }) => service.card.area === id || councils.some((council) => service.card.councils?.includes(council.id))
		);
		const pack = packId(
			served.map(({ id }) => id),
			service.card.terms[0] === 'pharmacy'
		);
		const own = members.get(pack) ?? [];
		members.set(pack, own);
		own.push(service);
	}
	for (const [pack, own] of [...members].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const add = (part: PackPart, lists: readonly unknown[]) => {
			const parts = lists.map((list, i) => dataFile(`${pack}.${part}-${i}`, list));
			// Together they compress to two thirds, and come in one request.
			const whole = parts.length > 1 ? dataFile(`${pack}.${part}`, lists) : undefined;
			files.push(...parts, ...(whole ? [whole] : []));
			return { hashes: parts.map(({ hash }) => hash), whole, bytes: parts.reduce((sum, { text }) => sum + text.length, 0) };
		};
		const cards = add('cards', cardLists(pack, own));
		const details = add('details', isPharmacyPack(pack) ? [] : spread(own.map(withoutFirstSentence), DETAILS_PER_BUCKET));
		packs[pack] = {
			cards: cards.hashes,
			details: details.hashes,
			...((cards.whole || details.whole) && {
				whole: {
					...(cards.whole && { cards: cards.whole.hash }),
					...(details.whole && { details: details.whole.hash })
				}
			}),
			records: own.length,
			bytes: cards.bytes + details.bytes
		};
	}
	return { files, packs };
}

/** A detail as it travels: the first sentence of its description stands on the card, and is not said again. */
function withoutFirstSentence({ card, detail }: Whole): Whole['detail'] {
	return { ...detail, description: detail.description.slice(card.text.length) };
}

/** What stands in the card files of a pack: cards, or for pharmacies, rows that give card and detail. */
function cardLists(pack: string, own: readonly Whole[]): unknown[] {
	if (!isPharmacyPack(pack)) return spread(own.map(({ card }) => card), CARDS_PER_BUCKET);
	return spread(own.map((whole) => ({ ...whole, id: whole.card.id })), PHARMACIES_PER_BUCKET).map((list) =>
		packPharmacies(list.map(({ card, detail }) => ({ card, detail })))
	);
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

/** An index with its shape, its day and its version. */
export function versioned(index: AreaIndex & Pick<DataIndex, 'areas'>, made: string): DataIndex {
	const named = { schema: DATA_SCHEMA, made, ...index };
	return { ...named, version: dataFile('index', named).hash };
}
