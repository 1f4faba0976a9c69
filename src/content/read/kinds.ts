import type * as v from 'valibot';
import { Area, AreaDraft, BlockedNumberFile, OrganizationFile } from '../schema/places/area.ts';
import { ChangeFile } from '../schema/changes.ts';
import { GlossaryFile } from '../schema/words/glossary.ts';
import { HolidayFile } from '../schema/places/holidays.ts';
import { JourneyFile } from '../schema/places/journeys.ts';
import { LeafletFile } from '../schema/leaflets.ts';
import { PathwayFile } from '../schema/pathway.ts';
import { PharmacyFile } from '../schema/pharmacies.ts';
import { ChecklistFile, EvidenceFile, JobCardFile } from '../schema/professionals.ts';
import { EmergencyCardFile, SafetyNoteFile, SafetyRuleFile } from '../schema/safety.ts';
import { ServiceFile } from '../schema/service.ts';
import { SiteFile } from '../schema/site.ts';
import { Taxonomy } from '../schema/words/taxonomy.ts';
import { AlarmFile, AmbiguousFile, NeedFile, QueryFile, SubstanceFile, WordFile } from '../schema/words/vocabulary.ts';
import type { Path, Position } from './problem.ts';

/** A value that was read, with where it came from. */
export interface Read<Value> {
	record: Value;
	/** The area whose folder it stands in; `national` for content/national, undefined for what belongs to no area. */
	area: string | undefined;
	/** Path from the project folder. */
	file: string;
	/** Where a part of `record` stands in the file. */
	at(path: Path): Position;
}

/** Reads the files of one kind. `globs` know `*` (no slash) and `**`; `name` is that of the JSON Schema for editors. */
export type KindReader = <Schema extends v.GenericSchema>(
	name: string,
	globs: readonly string[],
	schema: Schema
) => Read<v.InferOutput<Schema>>[];

/**
 * Every kind of file in content/, one line each: schema name for editors, where such files stand, how they are checked.
 * To add a kind, add a line; `readContent(root).<key>` then holds the files that fit the schema.
 */
export const readKinds = (read: KindReader) => ({
	serviceFiles: read('service', ['content/areas/*/services/*.yaml', 'content/national/services/*.yaml'], ServiceFile),
	pharmacyFiles: read('pharmacies', ['content/areas/*/pharmacies*.yaml'], PharmacyFile),
	areas: read('area', ['content/areas/*/area.yaml', 'content/national/area.yaml'], Area),
	areaDrafts: read('area-draft', ['content/areas/*/area.draft.yaml'], AreaDraft),
	journeyFiles: read('journeys', ['content/areas/*/journeys.yaml'], JourneyFile),
	organizationFiles: read(
		'organizations',
		['content/areas/*/organizations*.yaml', 'content/national/organizations*.yaml'],
		OrganizationFile
	),
	emergencyFiles: read('emergency-cards', ['content/emergency/cards.yaml'], EmergencyCardFile),
	taxonomies: read('taxonomy', ['content/vocabulary/taxonomy.yaml'], Taxonomy),
	substanceFiles: read('substances', ['content/vocabulary/substances.yaml'], SubstanceFile),
	needFiles: read('needs', ['content/vocabulary/needs.yaml'], NeedFile),
	ambiguousFiles: read('ambiguous', ['content/vocabulary/ambiguous.yaml'], AmbiguousFile),
	alarmFiles: read('alarms', ['content/vocabulary/alarms.yaml'], AlarmFile),
	wordFiles: read('words', ['content/vocabulary/words.yaml'], WordFile),
	queryFiles: read('queries', ['content/vocabulary/queries.yaml'], QueryFile),
	glossaries: read('glossary', ['content/vocabulary/glossary.yaml'], GlossaryFile),
	safetyRuleFiles: read('safety-rules', ['content/safety/rules.yaml'], SafetyRuleFile),
	safetyNoteFiles: read('safety-notes', ['content/safety/notes.yaml'], SafetyNoteFile),
	holidayFiles: read('holidays', ['content/places/holidays.yaml'], HolidayFile),
	changeFiles: read('changes', ['content/changes.yaml'], ChangeFile),
	siteFiles: read('site', ['content/site.yaml'], SiteFile),
	blockedNumberFiles: read('blocked-numbers', ['content/**/blocked-numbers.yaml'], BlockedNumberFile),
	pathwayFiles: read('pathways', ['content/pathways/*.yaml'], PathwayFile),
	jobCardFiles: read('job-cards', ['content/professionals/cards.yaml'], JobCardFile),
	checklistFiles: read('checklist', ['content/professionals/checklist.yaml'], ChecklistFile),
	evidenceFiles: read('evidence', ['content/professionals/evidence.yaml'], EvidenceFile),
	leafletFiles: read('leaflets', ['content/print/leaflets.yaml'], LeafletFile)
});

export type Kinds = ReturnType<typeof readKinds>;

/** A glob as a regular expression on a whole path. */
export function globToRegExp(glob: string): RegExp {
	const pattern = glob
		.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
		.replaceAll('**/', '\0')
		.replaceAll('*', '[^/]*')
		.replaceAll('\0', '(?:.*/)?');
	return new RegExp(`^${pattern}$`);
}
