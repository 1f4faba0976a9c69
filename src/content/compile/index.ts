import { fold } from '../../data/files/folded.ts';
import { areaRole, NATIONAL } from '../../data/files/packs.ts';
import type { DataIndex } from '../../data/record.ts';
import type { CoverageTable } from '../../data/pages/coverage-table.ts';
import { shownCard, shownDetail } from '../../lib/schedule/shown-hours.ts';
import { coverageTable } from '../../lib/coverage/table.ts';
import { isPublished } from '../check/rule.ts';
import { coverageCounts } from '../stewardship/gaps.ts';
import type { Content } from '../read/index.ts';
import type { MapSources } from '../read/map-sources.ts';
import type { PlaceTables } from '../read/place-tables.ts';
import { compileArea } from './pages/area.ts';
import { bundleHashes, compileBundles } from './bundles.ts';
import { filesByArea, indexByArea, layoutFor, type Layout } from './by-area/index.ts';
import { compileChanges } from './pages/changes.ts';
import { dataFile, type DataFile } from './data-file.ts';
import { compileEmergency } from './pages/emergency.ts';
import { compileGlossary } from './words/glossary.ts';
import { compileLeaflets } from './pages/leaflets.ts';
import { compileHolidays } from './holidays.ts';
import { compileJourneys } from './pages/journeys.ts';
import { compileLabels, termLabels } from './words/labels.ts';
import { compileMap, type CompiledMap } from './map/index.ts';
import { rankNames } from './map/name-ranks.ts';
import { compileMoved, compilePacks, compileServices, newestSeen, versioned } from './services/packs.ts';
import { compilePlaces } from './places.ts';
import { compilePathways, type SafetyContent } from './pages/pathways.ts';
import { locator } from './services/positions.ts';
import { compileProfessionals } from './pages/professionals.ts';
import { compileSafety } from './pages/safety.ts';
import { compileVocabulary, type VocabularyContent } from './words/vocabulary.ts';

/** What the build writes: files for the browser to fetch, and words that are part of the app's code. */
export interface Compiled {
	/** Text by name, index.json among them: goes to static/data. */
	files: Map<string, string>;
	/** Goes to src/data/generated/labels.json. */
	labels: string;
	/** Where help is and is not, as the page of it shows it and the command line prints it. */
	coverage: CoverageTable;
	/** Goes to src/data/generated/changes.json. */
	changes: string;
	/** Who looks after this copy of the site (src/data/pages/site.ts): goes to src/data/generated/site.json. */
	site: string;
}

/**
 * Turns checked content, the place tables and the map's shapes into data. Pure; throws on content that the checks would refuse.
 * @param layout when it is not given: by area, as soon as the whole is too large for every phone
 */
export function compile(content: Content, tables: PlaceTables, shapes: MapSources, layout?: Layout): Compiled {
	const taxonomy = only(content.taxonomies, 'content/vocabulary/taxonomy.yaml');
	const places = compilePlaces(tables, rankNames(tables.names, shapes.builtUp, tables));
	const made = newestSeen(content.services);
	const services = compileServices(content, locator(tables, places), made);
	// Times that are too old to be shown are not sent to a phone. Open data has them, with their date.
	const shown = services.map(({ card, detail }) => ({ card: shownCard(card), detail: shownDetail(detail) }));
	const { files, packs } = compilePacks(content, shown);
	const areas = content.areas.map(({ record }) => compileArea(record)).sort((a, b) => (a.name < b.name ? -1 : 1));
	const counts = coverageCounts({ services: shown, areas: content.areas.map(({ record }) => record), tables });
	const labels = new Map(taxonomy.taxonomy_terms.map(({ id, label }) => [id, label]));
	const map = compileMap(shapes, tables, areas);
	const common: DataFile[] = [
		...areas.map((area) => dataFile(areaRole('areas', area.id), area)),
		dataFile('coverage', counts),
		dataFile('glossary', compileGlossary(only(content.glossaries, 'content/vocabulary/glossary.yaml'))),
		dataFile('vocabulary', compileVocabulary(vocabularyOf(content), termLabels(taxonomy))),
		dataFile('emergency', compileEmergency(only(content.emergencyFiles, 'content/emergency/cards.yaml').cards)),
		dataFile('holidays', compileHolidays(only(content.holidayFiles, 'content/places/holidays.yaml'))),
		dataFile('safety', compileSafety(safetyOf(content))),
		dataFile('leaflets', compileLeaflets(only(content.leafletFiles, 'content/print/leaflets.yaml'))),
		...journeyFiles(content),
		...pathwayFiles(content)
	];
	const moved = compileMoved(content.services);
	const laid = (single: readonly DataFile[]) => {
		const named = { packs, files: Object.fromEntries(single.map(({ role, hash }) => [role, hash])) };
		const bundles = compileBundles(named, [...files, ...single]);
		return { single, bundles, index: { ...named, bundles: bundleHashes(bundles), moved } };
	};
	const whole = laid([dataFile('places', places), ...mapFiles(map), ...common]);
	const byArea = () => {
		const homes = homesOf(content, moved);
		const { single, bundles, index } = laid([...filesByArea({ places, map, areas, homes }), ...common]);
		const { everyone, parts } = indexByArea(index, homes);
		return { single: [...single, ...parts], bundles, index: everyone };
	};
	const { single, bundles, index } = (layout ?? layoutFor(whole.bundles)) === 'whole' ? whole : byArea();
	return {
		files: new Map([
			...[...files, ...single, ...bundles].map(({ name, text }) => [name, text] as const),
			['index.json', JSON.stringify(versioned(index, made))] as const
		]),
		labels: JSON.stringify(compileLabels(taxonomy), null, '\t'),
		coverage: coverageTable({
			counts,
			made,
			areas,
			cards: services.map(({ card }) => card),
			label: (term) => labels.get(term) ?? term
		}),
		changes: JSON.stringify(
			compileChanges(
				only(content.changeFiles, 'content/changes.yaml'),
				new Map(services.map(({ card }) => [card.id, card.name]))
			),
			null,
			'\t'
		),
		site: JSON.stringify(only(content.siteFiles, 'content/site.yaml'), null, '\t')
	};
}

/** The area of each local service that is published or gone, by id. */
function homesOf({ services }: Content, moved: DataIndex['moved']): ReadonlyMap<string, string> {
	const local = services.filter(({ record, area }) => area !== NATIONAL && (isPublished(record) || record.id in moved));
	return new Map(local.map(({ record, area }) => [record.id, area]));
}

/** The map, and the built-up land of each area in a file of its own. */
function mapFiles({ file, details }: CompiledMap): DataFile[] {
	return [dataFile('map', file), ...[...details].map(([area, detail]) => dataFile(areaRole('map', area), detail))];
}

/** The journeys of each area, in a file of their own: people elsewhere do not need them. */
function journeyFiles(content: Content): DataFile[] {
	return content.journeyFiles
		.map(({ record, area = '' }) => dataFile(areaRole('journeys', area), compileJourneys(record.journeys)))
		.sort((a, b) => (a.role < b.role ? -1 : 1));
}

/** The pathway graph, and the job cards that lead into it; none when no file says where it starts (`fingerpost coverage` then says so). */
function pathwayFiles(content: Content): DataFile[] {
	const safety = safetyOf(content);
	const pathways = compilePathways(
		content.pathwayFiles.map(({ record }) => record),
		safety
	);
	if (!pathways) return [];
	const professionals = compileProfessionals(
		{
			cards: only(content.jobCardFiles, 'content/professionals/cards.yaml').cards,
			checklist: only(content.checklistFiles, 'content/professionals/checklist.yaml'),
			evidence: only(content.evidenceFiles, 'content/professionals/evidence.yaml').evidence
		},
		safety,
		pathways
	);
	// Its notes stand in the safety file, which other screens read too. Plans say the same again and again: once is enough.
	const { notes: _notes, ...graph } = pathways;
	return [dataFile('pathways', fold(graph)), dataFile('professionals', professionals)];
}

function safetyOf(content: Content): SafetyContent {
	return {
		rules: content.safetyRuleFiles.flatMap(({ record }) => record.rules),
		notes: content.safetyNoteFiles.flatMap(({ record }) => record.notes)
	};
}

function vocabularyOf(content: Content): VocabularyContent {
	return {
		substances: only(content.substanceFiles, 'content/vocabulary/substances.yaml').substances,
		needs: only(content.needFiles, 'content/vocabulary/needs.yaml').needs,
		ambiguous: only(content.ambiguousFiles, 'content/vocabulary/ambiguous.yaml').ambiguous,
		alarms: only(content.alarmFiles, 'content/vocabulary/alarms.yaml'),
		words: only(content.wordFiles, 'content/vocabulary/words.yaml')
	};
}

/** The one record of a kind that has a single file. Throws when it is missing or did not fit its schema. */
function only<T>(read: readonly { record: T }[], file: string): T {
	const first = read[0];
	if (!first) throw new Error(`${file} is missing or wrong: run "npm run fingerpost -- check".`);
	return first.record;
}
