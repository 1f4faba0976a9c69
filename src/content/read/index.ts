import { NATIONAL } from '../../data/files/packs.ts';
import type * as v from 'valibot';
import type { OrganizationRecord } from '../schema/places/area.ts';
import type { ServiceRecord } from '../schema/service.ts';
import { expandPharmacies } from './expand-pharmacies.ts';
import { textsIn, type Texts } from './files.ts';
import { parseAs } from './issues.ts';
import { globToRegExp, readKinds, type KindReader, type Kinds, type Read } from './kinds.ts';
import { checkModeline } from './modeline.ts';
import { byPlace, type Path, type Problem } from './problem.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

export type { Kinds, Read } from './kinds.ts';
export type { Path, Position, Problem } from './problem.ts';
export type { Texts } from './files.ts';

/** A service record with the area whose pack holds it. */
export type ReadService = Read<ServiceRecord> & { area: string };
export type BlockedNumber = Kinds['blockedNumberFiles'][number]['record']['numbers'][number];

/** All content that fits its schema, and everything that is wrong with the rest. */
export interface Content extends Kinds {
	/** Every service, pharmacies included, in order of file. */
	services: ReadService[];
	organizations: Read<OrganizationRecord>[];
	/** Numbers that must never ship. */
	blockedNumbers: Read<BlockedNumber>[];
	/** Problems of form; `src/content/check` adds those of substance. */
	problems: Problem[];
}


/** The area whose folder a file stands in. */
function areaOf(file: string): string | undefined {
	const [, top, area] = file.split('/');
	if (top === NATIONAL) return NATIONAL;
	return top === 'areas' ? area : undefined;
}

/** Values in a list inside a file, each as if it had been read by itself. */
function each<Outer, Inner>(outer: Read<Outer>, key: string, inner: readonly Inner[]): Read<Inner>[] {
	return inner.map((record, index) => ({
		record,
		area: outer.area,
		file: outer.file,
		at: (path: Path) => outer.at([key, index, ...path])
	}));
}

function misplaced(file: string): Problem {
	// A lost service file is a lost service; other folders may hold what other tools read.
	const level = areaOf(file) === undefined ? 'warning' : 'error';
	return {
		level,
		rule: 'unknown-file',
		file,
		line: 1,
		column: 1,
		message: 'no kind of content file stands here, so nothing reads this one',
		mend: 'Move or rename it: services/<id>.yaml, area.yaml, organizations.yaml, pharmacies.yaml. See src/content/read/kinds.ts.'
	};
}

const inArea = (service: Read<ServiceRecord>): ReadService => ({ ...service, area: service.area ?? NATIONAL });

/**
 * Reads content from texts in memory.
 * @param texts YAML texts by path from the project folder, for example `content/areas/essex/area.yaml`
 * @returns everything that fits its schema, and all problems; never throws, whatever the texts hold
 */
export function readTexts(texts: Texts): Content {
	const problems: Problem[] = [];
	const files = new Map<string, YamlFile>(
		[...texts.keys()].toSorted().map((file) => [file, parseYaml(file, texts.get(file) ?? '')])
	);
	const unclaimed = new Set(files.keys());
	const read: KindReader = (name, globs, schema) => {
		const patterns = globs.map(globToRegExp);
		const found: Read<v.InferOutput<typeof schema>>[] = [];
		for (const file of files.values()) {
			if (!patterns.some((pattern) => pattern.test(file.file))) continue;
			unclaimed.delete(file.file);
			const parsed = parseAs(schema, file);
			problems.push(...checkModeline(file.file, texts.get(file.file) ?? '', name), ...parsed.problems);
			if (parsed.value !== undefined) {
				found.push({ record: parsed.value, area: areaOf(file.file), file: file.file, at: file.at });
			}
		}
		return found;
	};
	const kinds = readKinds(read);
	problems.push(...[...unclaimed].map(misplaced));

	const councilsOf = (area: string | undefined) =>
		kinds.areas.filter(({ record }) => record.id === area).flatMap(({ record }) => record.councils.map(({ id }) => id));
	const written = kinds.serviceFiles.flatMap((file) => {
		const { record } = file;
		return 'services' in record ? each(file, 'services', record.services) : [{ ...file, record }];
	});
	const pharmacies = kinds.pharmacyFiles.flatMap((file) => expandPharmacies(file, councilsOf(file.record.area)));
	return {
		...kinds,
		services: [...written, ...pharmacies].map(inArea),
		organizations: kinds.organizationFiles.flatMap((file) => each(file, 'organizations', file.record.organizations)),
		blockedNumbers: kinds.blockedNumberFiles.flatMap((file) => each(file, 'numbers', file.record.numbers)),
		problems: problems.toSorted(byPlace)
	};
}

/**
 * Reads all content of the project. Synchronous.
 * @param root the project folder, which holds content/
 * @returns everything that fits its schema; files that do not are left out and told in `problems`
 * @throws only when the disk cannot be read
 */
export function readContent(root: string): Content {
	return readTexts(textsIn(root));
}
