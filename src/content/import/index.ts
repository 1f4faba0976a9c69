import type { Places } from '../../data/places/places.ts';
import { findPlace } from '../../lib/place/index.ts';
import { checkContent, type Given } from '../check/index.ts';
import { isLive, isPublished } from '../check/rule.ts';
import { readTexts, type Content, type Problem, type ReadService, type Texts } from '../read/index.ts';
import type { OrganizationRecord } from '../schema/places/area.ts';
import { setInYaml } from '../write/edit-yaml.ts';
import { areaFolder, serviceFile, serviceYaml, yamlFile } from '../write/service-yaml.ts';
import { compareService, type Difference } from './compare/compare.ts';
import { FeedError } from './feed/feed-error.ts';
import type { Feed, FeedService } from './feed/feed.ts';
import { feedFact } from './match/known.ts';
import { pair, type Pairing } from './match/match.ts';
import { feedParts, type ChangedRecord, type ImportReport } from './report.ts';
import { changedText } from './write/change.ts';
import { DraftMaker } from './write/draft.ts';

/** What an import stands on. All of it is passed in: nothing here reads a disk or a clock. */
export interface ImportGround {
	/** All YAML of the content, by path. */
	texts: Texts;
	content: Content;
	places: Places;
	/** What the content checks need. */
	given: Given;
	/** Today, YYYY-MM-DD. */
	asOf: string;
	/** The names that a record of ours has in our own exports, by our id. */
	exportIds: (id: string) => readonly string[];
	/** The files are going to be written: check them first. */
	write: boolean;
	/** Told after each service that was compared, for a progress bar. */
	step?: (done: number) => void;
}

export interface ImportResult {
	report: ImportReport;
	/** Files to write, by path. */
	texts: Map<string, string>;
}

/** A feed is an export of ours when this share of its services has ids of our exports. */
const OURS = 0.5;

/**
 * Compares an Open Referral or CSV feed with the content, and makes what `--write` writes: a draft of each new service, and
 * each changed record. Everything that is made passes the content checks; what cannot is told and left out.
 * @param area whose folder new services go to
 * @param whole the feed is said to hold all services of the area: what it lacks has vanished
 */
export function importServices(feed: Feed, area: string, whole: boolean, ground: ImportGround): ImportResult {
	const { content, exportIds, step } = ground;
	const services = content.services;
	const exported = new Set(services.flatMap(({ record }) => exportIds(record.id)));
	const isOurs =
		feed.services.filter(({ id, otherIds }) => exported.has(id) || otherIds.some((other) => exported.has(other)))
			.length >
		feed.services.length * OURS;
	const pairings = pair(feed.services, services, { idsOf: exportIds, lenient: false, ...(step && { step }) });
	const compared = compareAll(pairings, feed, isOurs);
	const found = new Set(pairings.flatMap(({ ours }) => ours?.record.id ?? []));
	const expected = services.filter(({ record, area: where }) => {
		if (isOurs) return isPublished(record);
		return (
			isLive(record) &&
			(record.facts.some(({ file }) => file === feedFact(feed.source.slug)) ||
				(whole && where === area && isPublished(record)))
		);
	});
	const vanished = expected.filter(({ record }) => !found.has(record.id));
	const drafts = writeAll(pairings, compared, feed, area, ground);
	return { texts: drafts.texts, report: reportOf(feed, pairings, compared, vanished, drafts) };
}

export interface Compared {
	pairing: Pairing & { ours: ReadService };
	differences: Difference[];
}

export function compareAll(pairings: readonly Pairing[], feed: Feed, isOurs: boolean): Compared[] {
	return pairings.flatMap((pairing) => {
		const { ours } = pairing;
		if (!ours) return [];
		return [
			{
				pairing: { ...pairing, ours },
				differences: compareService(pairing.feed, ours, { source: feed.source, isOurs })
			}
		];
	});
}

interface Drafts {
	texts: Map<string, string>;
	/** File of each new service. */
	fileOf: Map<FeedService, { id: string; file: string; notes: string[] }>;
	trouble: { at: string; what: string }[];
}

/** The YAML of everything new and changed, checked; a draft that fails is made without the feed's texts, or left out. */
function writeAll(
	pairings: readonly Pairing[],
	compared: readonly Compared[],
	feed: Feed,
	area: string,
	ground: ImportGround
): Drafts {
	const trouble: Drafts['trouble'] = [];
	const spare = new Set<FeedService>();
	const left = new Set<FeedService>();
	const before = new Set(ground.write ? checkContent(ground.content, ground.given).map(problemKey) : []);
	// Each round leaves out something of what failed; nothing fails thrice.
	for (;;) {
		const made = draftsOf(pairings, feed, area, ground, spare, left);
		const changes = changesOf(compared, feed, ground, left, trouble);
		const texts = new Map([...made.texts, ...changes.texts]);
		if (texts.size === 0 || !ground.write) return { texts, fileOf: made.fileOf, trouble };
		const failed = newErrors(texts, before, ground);
		if (failed.length === 0) return { texts, fileOf: made.fileOf, trouble };
		const owners = new Map([
			...[...made.fileOf].map(([service, { file }]) => [file, service] as const),
			...changes.owners
		]);
		// A twin is told at the record that stands later, which may be one of ours: the message names the other.
		const ownersOf = (problem: Problem) => {
			const { file, message } = problem;
			const named = [...owners].filter(([own]) => own === file || message.includes(own)).map(([, service]) => service);
			return named.length > 0 ? named : made.ownersOf(problem);
		};
		const services = [...new Set(failed.flatMap(ownersOf))];
		if (services.length === 0) {
			const [first] = failed;
			throw new FeedError(
				feed.source.name,
				'',
				`would break ${first?.file ?? 'the content'}: ${first?.message ?? ''}`,
				'Mend that first.'
			);
		}
		for (const service of services) {
			const isNew = made.fileOf.has(service);
			if (isNew && !spare.has(service)) spare.add(service);
			else {
				left.add(service);
				const problem = failed.find((each) => ownersOf(each).includes(service));
				trouble.push({ at: service.at, what: `was not written: ${problem?.message ?? ''}` });
			}
		}
	}
}

const problemKey = ({ file, rule, message }: Problem) => `${file}\n${rule}\n${message}`;

function newErrors(
	texts: ReadonlyMap<string, string>,
	before: ReadonlySet<string>,
	{ texts: all, given, asOf }: ImportGround
): Problem[] {
	const content = readTexts(new Map([...all, ...texts]));
	// Sources of today make it the day of the content.
	const made = given.made > asOf ? given.made : asOf;
	return checkContent(content, { ...given, made }).filter(
		(problem) => problem.level === 'error' && !before.has(problemKey(problem))
	);
}

function draftsOf(
	pairings: readonly Pairing[],
	{ source }: Feed,
	area: string,
	ground: ImportGround,
	spare: ReadonlySet<FeedService>,
	left: ReadonlySet<FeedService>
) {
	const { content, places, asOf, texts: all } = ground;
	const maker = new DraftMaker({ source, area, content, places, asOf });
	const texts = new Map<string, string>();
	const fileOf: Drafts['fileOf'] = new Map();
	for (const { feed, ours } of pairings) {
		if (ours || left.has(feed)) continue;
		const record = maker.make(feed, spare.has(feed));
		const file = serviceFile(area, record.id);
		texts.set(file, serviceYaml(area, record));
		fileOf.set(feed, { id: record.id, file, notes: feed.notes });
	}
	const file = `${areaFolder(area)}/organizations-${source.slug}.yaml`;
	if (maker.newOrganizations.length > 0) {
		texts.set(file, organizationText(file, all.get(file), maker.newOrganizations, source.name));
	}
	/** Whose new organization a problem in that file is about. */
	const ownersOf = (problem: Problem): FeedService[] => {
		const written = texts.get(file);
		if (problem.file !== file || written === undefined) return [];
		const { organizations } = readTexts(new Map([[file, written]]));
		const id = organizations.findLast(({ at }) => at(['id']).line <= problem.line)?.record.id;
		// A file that does not fit its schema cannot say whose fault it is.
		return id === undefined ? maker.owners() : maker.owners(id);
	};
	return { texts, fileOf, ownersOf };
}

function organizationText(
	file: string,
	before: string | undefined,
	organizations: readonly OrganizationRecord[],
	feed: string
): string {
	if (before === undefined)
		return yamlFile(file, 'organizations', { organizations }, `Who runs the services that came from ${feed}.`);
	const known = readTexts(new Map([[file, before]])).organizations.length;
	return organizations.reduce(
		(text, organization, index) => setInYaml(text, ['organizations', known + index], organization),
		before
	);
}

function changesOf(
	compared: readonly Compared[],
	{ source }: Feed,
	{ texts: all, asOf }: ImportGround,
	left: ReadonlySet<FeedService>,
	trouble: Drafts['trouble']
) {
	const texts = new Map<string, string>();
	const owners = new Map<string, FeedService>();
	for (const { pairing, differences } of compared) {
		const { feed, ours } = pairing;
		const text = all.get(ours.file);
		if (
			left.has(feed) ||
			text === undefined ||
			!differences.some(({ kept, value }) => kept === undefined && value !== undefined)
		)
			continue;
		// A row of a list of pharmacies is changed by the import of such a list.
		if (!ours.file.includes('/services/')) continue;
		try {
			texts.set(ours.file, changedText(text, ours, feed, differences, source, asOf));
			owners.set(ours.file, feed);
		} catch (error) {
			trouble.push({
				at: feed.at,
				what: `${ours.file} was not changed: ${error instanceof Error ? error.message : String(error)}`
			});
		}
	}
	return { texts, owners };
}

function reportOf(
	feed: Feed,
	pairings: readonly Pairing[],
	compared: readonly Compared[],
	vanished: readonly ReadService[],
	{ fileOf, trouble }: Drafts
): ImportReport {
	const parts = feedParts(feed);
	const fresh = pairings.flatMap(({ feed: service, ours, perhaps }) => {
		if (ours) return [];
		const made = fileOf.get(service);
		return [
			{
				at: service.at,
				id: made?.id ?? '',
				name: service.name,
				file: made?.file ?? '',
				notes: service.notes,
				...(perhaps && { perhaps: perhaps.record.id })
			}
		];
	});
	const { changed, kept, unchanged } = sorted(compared);
	return {
		feed: parts.feed,
		written: [],
		counts: {
			read: parts.read,
			new: fresh.length,
			changed: changed.length,
			kept: kept.length,
			unchanged,
			vanished: vanished.length,
			outside: 0
		},
		new: fresh,
		changed,
		kept,
		vanished: vanished.map(({ record, file }) => ({ id: record.id, name: record.name, file })),
		outside: {},
		trouble: [...parts.trouble, ...trouble],
		unused: parts.unused
	};
}

/** What was compared: in which something changes, in which ours stays everywhere, and how many agree. */
export function sorted(compared: readonly Compared[]): {
	changed: ChangedRecord[];
	kept: ChangedRecord[];
	unchanged: number;
} {
	const differing = compared.filter(({ differences }) => differences.length > 0);
	const told = (each: Compared): ChangedRecord => ({
		id: each.pairing.ours.record.id,
		name: each.pairing.ours.record.name,
		file: each.pairing.ours.file,
		at: each.pairing.feed.at,
		by: each.pairing.by,
		differences: each.differences.map(({ field, old, new: now, kept }) => ({
			field,
			...(old !== undefined && { old }),
			...(now !== undefined && { new: now }),
			...(kept !== undefined && { kept })
		}))
	});
	const isChange = ({ differences }: Compared) => differences.some(({ kept }) => kept === undefined);
	return {
		changed: differing.filter(isChange).map(told),
		kept: differing.filter((each) => !isChange(each)).map(told),
		unchanged: compared.length - differing.length
	};
}

/** The council and area of a postcode, when it is in one of ours. */
export function placeOfPostcode(postcode: string, places: Places): { council: string; area: string } | undefined {
	const { place } = findPlace(postcode, places);
	return place?.council === undefined || place.area === undefined
		? undefined
		: { council: place.council, area: place.area };
}
