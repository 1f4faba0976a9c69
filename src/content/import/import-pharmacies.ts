import { isMap, isSeq, parseDocument } from 'yaml';
import { readTexts, type ReadService } from '../read/index.ts';
import type { PharmacyFileRecord } from '../schema/pharmacies.ts';
import { inline } from '../write/edit-yaml.ts';
import { freeId, slug, yamlFile } from '../write/service-yaml.ts';
import type { Feed, FeedSource } from './feed/feed.ts';
import { compareAll, placeOfPostcode, sorted, type ImportGround, type ImportResult } from './index.ts';
import { pair, type Pairing } from './match/match.ts';
import { feedParts } from './report.ts';

type Row = PharmacyFileRecord['pharmacies'][number];

/** Said of every row, as in the list of 2020: what a pharmacy does beyond dispensing is never assumed. */
const DESCRIPTION =
	'A pharmacy (chemist). It gives out what a doctor has prescribed. Ask there what else it can do for you.';

const isRow = ({ file }: ReadService) => /\/pharmacies[^/]*\.yaml$/.test(file);

/**
 * Compares a list of pharmacies with ours. `--write` puts what is new or changed into `pharmacies-<feed>.yaml` of its area,
 * with the feed's own date and source, and takes the old rows out.
 * @param area only this one; all of ours when undefined
 */
export function importPharmacies(feed: Feed, area: string | undefined, ground: ImportGround): ImportResult {
	const { content, places, exportIds, step } = ground;
	const ours = content.services.filter((service) => isRow(service) && (area === undefined || service.area === area));
	const located = feed.services.map((service) => ({
		service,
		place: placeOfPostcode(service.locations[0]?.postal_code ?? '', places)
	}));
	const near = located.filter(({ place }) => place !== undefined && (area === undefined || place.area === area));
	const inside = near.map(({ service }) => service);
	const councilOf = new Map(near.map(({ service, place }) => [service, place]));
	const pairings = pair(inside, ours, { idsOf: exportIds, lenient: true, ...(step && { step }) });
	const compared = compareAll(pairings, feed, false);
	const found = new Set(pairings.flatMap((pairing) => pairing.ours?.record.id ?? []));
	const vanished = ours.filter(({ record }) => record.listing !== 'closed' && !found.has(record.id));
	const { changed, kept, unchanged } = sorted(compared);
	const changedIds = new Set(changed.map(({ id }) => id));
	const rows = new Map<string, Row[]>();
	const ids = new Set(content.services.map(({ record }) => record.id));
	const lost: { at: string; what: string }[] = [];
	const fresh: ImportResult['report']['new'] = [];
	for (const pairing of pairings) {
		if (pairing.ours && !changedIds.has(pairing.ours.record.id)) continue;
		const place = councilOf.get(pairing.feed);
		const row = place && rowOf(pairing, place.council, ids);
		if (!pairing.ours)
			fresh.push({
				at: pairing.feed.at,
				id: row?.id ?? '',
				name: pairing.feed.name,
				file: place ? fileOf(place.area, feed.source) : '',
				notes: []
			});
		if (!place || !row) {
			lost.push({ at: pairing.feed.at, what: `"${pairing.feed.name}" has no address or town, and a row needs both` });
			continue;
		}
		const where = pairing.ours?.area ?? place.area;
		rows.set(where, [...(rows.get(where) ?? []), row]);
	}
	const texts = textsOf(rows, changedIds, feed.source, ground);
	const outside: Record<string, number> = {};
	for (const { service, place } of located) {
		if (place) continue;
		const [letters = ''] = /^[A-Z]+/.exec(service.locations[0]?.postal_code ?? '') ?? [];
		outside[letters] = (outside[letters] ?? 0) + 1;
	}
	const parts = feedParts(feed);
	return {
		texts,
		report: {
			feed: parts.feed,
			written: [],
			counts: {
				read: parts.read,
				new: fresh.length,
				changed: changed.length,
				kept: kept.length,
				unchanged,
				vanished: vanished.length,
				outside: located.length - inside.length
			},
			new: fresh,
			changed,
			kept,
			vanished: vanished.map(({ record, file }) => ({
				id: record.id,
				name: `${record.name}, ${record.locations?.[0]?.postal_code ?? ''}`,
				file
			})),
			outside,
			trouble: [...parts.trouble, ...lost],
			unused: parts.unused
		}
	};
}

const fileOf = (area: string, { slug: name }: FeedSource) => `content/areas/${area}/pharmacies-${name}.yaml`;

/** A pharmacy as a row; undefined when the list lacks what a row needs and we do not know it either. */
function rowOf({ feed, ours }: Pairing, council: string, ids: Set<string>): Row | undefined {
	const [place] = feed.locations;
	const [known] = ours?.record.locations ?? [];
	const address = place?.address_1 ?? known?.address_1;
	const city = place?.city ?? known?.city;
	const postcode = place?.postal_code;
	if (address === undefined || city === undefined || postcode === undefined) return undefined;
	const [phone] = feed.phones;
	const id = ours?.record.id ?? freeId(slug(`pharmacy ${feed.name} ${postcode.replaceAll(' ', '')}`), ids);
	ids.add(id);
	return {
		id,
		...(feed.id.includes(',') ? {} : { ods_code: feed.id }),
		name: feed.name.slice(0, 100),
		address_1: address.slice(0, 160),
		city: city.slice(0, 60),
		postal_code: postcode,
		...(phone && { phone: phone.number }),
		council,
		...(place?.latitude !== undefined && { latitude: place.latitude }),
		...(place?.longitude !== undefined && { longitude: place.longitude })
	};
}

function textsOf(
	rows: ReadonlyMap<string, Row[]>,
	changed: ReadonlySet<string>,
	source: FeedSource,
	{ texts, asOf }: ImportGround
): Map<string, string> {
	const made = new Map<string, string>();
	for (const [area, added] of rows) {
		const file = fileOf(area, source);
		const before = texts.get(file);
		const known = before === undefined ? [] : rowsIn(file, before).filter(({ id }) => !changed.has(id));
		made.set(file, fileText(file, area, [...known, ...added], source, asOf));
		for (const [other, text] of texts) {
			if (other === file || !other.startsWith(`content/areas/${area}/pharmacies`)) continue;
			const rest = withoutRows(text, changed);
			if (rest !== text) made.set(other, rest);
		}
	}
	return made;
}

function rowsIn(file: string, text: string): Row[] {
	return readTexts(new Map([[file, text]])).pharmacyFiles.flatMap(({ record }) => record.pharmacies);
}

/** The list without these rows, every other byte as it was. */
function withoutRows(text: string, ids: ReadonlySet<string>): string {
	const list: unknown = parseDocument(text).get('pharmacies', true);
	if (!isSeq(list)) return text;
	const gone = list.items.filter((item) => isMap(item) && ids.has(String(item.get('id'))));
	return gone.toReversed().reduce<string>((rest, item) => {
		if (!isMap(item) || !item.range) return rest;
		const start = rest.lastIndexOf('\n', item.range[0]) + 1;
		const end = rest.indexOf('\n', item.range[1] - 1) + 1;
		return `${rest.slice(0, start)}${rest.slice(end === 0 ? rest.length : end)}`;
	}, text);
}

function fileText(file: string, area: string, rows: readonly Row[], source: FeedSource, asOf: string): string {
	const date = source.date ?? 'unknown';
	const head = {
		area,
		feed: source.slug,
		listing: 'confirm-first',
		listing_reason: `This is from a list${source.date === undefined ? '' : ` of ${source.date}`}. Pharmacies close, move and change their names. Ring before you go.`,
		description: DESCRIPTION,
		source: {
			...(source.url !== undefined && { url: source.url }),
			document: source.name,
			page_date: source.date ?? 'undated',
			supports: 'name, address, phone and position',
			seen: asOf
		},
		assured: { date, how: source.how },
		pharmacies: []
	};
	const text = yamlFile(file, 'pharmacies', head, `One line for each pharmacy that came from ${source.name}.`).replace(
		/pharmacies: \[\]\n$/,
		''
	);
	const lines = rows.map((row) => `  - ${inline(row)}`);
	return `${text}pharmacies:\n${lines.join('\n')}\n`;
}
