import { AREAS } from '../../../data/terms.ts';
import { nearest } from '../../read/nearest.ts';
import type { Content, Path, Problem, Read } from '../../read/index.ts';
import type { AreaRecord } from '../../schema/places/area.ts';
import { isPublished, problemAt, type Rule } from '../rule.ts';

type At = Pick<Read<unknown>, 'file' | 'at'>;

/** A problem: a name stands for nothing that is there. */
export function missing(read: At, path: Path, what: string, id: string, known: Iterable<string>): Problem {
	const near = nearest(id, [...known]);
	return problemAt(read, path, {
		level: 'error',
		rule: 'missing-record',
		message: `there is no ${what} "${id}"`,
		mend: near === undefined ? `Write the ${what}, or take this out.` : `Did you mean "${near}"? Else write the ${what}, or take this out.`
	});
}

/** Files that did not fit their schema: what they hold is broken and not missing, and is told where it is broken. */
export function brokenFiles(content: Content): string[] {
	return content.problems.filter(({ level }) => level === 'error').map(({ file }) => file);
}

/** Looks up services by id and says when one is missing, or hidden where people would be sent to it. */
export function serviceLookup(content: Content) {
	const byId = new Map(content.services.map((service) => [service.record.id, service.record]));
	const broken = brokenFiles(content);
	return (read: At, path: Path, id: string, shownFrom: string | undefined): Problem[] => {
		const found = byId.get(id);
		if (!found && broken.some((file) => file.endsWith(`/${id}.yaml`) || /\/pharmacies[^/]*\.yaml$/.test(file))) return [];
		if (!found) return [missing(read, path, 'service', id, byId.keys())];
		if (shownFrom === undefined || isPublished(found)) return [];
		return [
			problemAt(read, path, {
				level: 'error',
				rule: 'hidden-record',
				message: `${shownFrom} sends people to "${id}", which is ${found.listing} and never shown`,
				mend: found.replaced_by !== undefined && found.replaced_by !== id ? `Use "${found.replaced_by}", which replaced it.` : 'Name a published service, or take this out.'
			})
		];
	};
}

/** Services name organizations and services that exist; a shown one sends nobody to a hidden one. */
export const serviceReferences: Rule = (content) => {
	const find = serviceLookup(content);
	const broken = brokenFiles(content);
	const organizationsRead = !broken.some((file) => /\/organizations[^/]*\.yaml$/.test(file));
	const areasRead = !broken.some((file) => file.endsWith('/area.yaml'));
	const organizations = new Set(content.organizations.map(({ record }) => record.id));
	const councils = new Set(content.areas.flatMap(({ record }) => record.councils.map(({ id }) => id)));
	return content.services.flatMap((service) => {
		const { record } = service;
		const shownFrom = isPublished(record) ? `"${record.id}"` : undefined;
		const through = record.access.through ?? [];
		const areas = record.service_areas === 'england' ? [] : record.service_areas;
		return [
			...(!organizationsRead || organizations.has(record.organization)
				? []
				: [missing(service, ['organization'], 'organization', record.organization, organizations)]),
			...through.flatMap((id, index) => find(service, ['access', 'through', index], id, shownFrom)),
			...(through.includes(record.id)
				? [
						problemAt(service, ['access', 'through'], {
							level: 'error',
							rule: 'circular-reference',
							message: 'one cannot go through a service to reach that same service',
							mend: 'Take it out of "through".'
						})
					]
				: []),
			...(record.replaced_by === undefined
				? []
				: find(service, ['replaced_by'], record.replaced_by, 'the page of a record that is no more')),
			...areas.flatMap((id, index) =>
				!areasRead || councils.has(id) ? [] : [missing(service, ['service_areas', index], 'council', id, councils)]
			)
		];
	});
};

/** Areas name services that are shown and councils that they have. */
export const areaReferences: Rule = (content) => content.areas.flatMap((area) => areaProblems(content, area));

/** What an area names and is not there. */
export function areaProblems(content: Content, area: At & { record: Omit<AreaRecord, 'id' | 'about'> & { id: string } }): Problem[] {
	const find = serviceLookup(content);
	const { record } = area;
	const own = new Set(record.councils.map(({ id }) => id));
	const sources = Object.keys(record.sources ?? {});
	return [
		...record.front_doors.flatMap((door, index) => [
			...find(area, ['front_doors', index, 'service'], door.service, `the area "${record.id}"`),
			...(door.councils ?? []).flatMap((id, at) =>
				own.has(id) ? [] : [missing(area, ['front_doors', index, 'councils', at], 'council of this area', id, own)]
			)
		]),
		...record.missing.flatMap((gap, index) => [
			...(gap.services ?? []).flatMap((id, at) =>
				find(area, ['missing', index, 'services', at], id, `the area "${record.id}"`)
			),
			...(gap.councils ?? []).flatMap((id, at) =>
				own.has(id) ? [] : [missing(area, ['missing', index, 'councils', at], 'council of this area', id, own)]
			),
			...(gap.sources ?? []).flatMap((id, at) =>
				sources.includes(id) ? [] : [missing(area, ['missing', index, 'sources', at], 'source in this file', id, sources)]
			)
		])
	];
}

/** Every area of the design has its file, so that no council is without a front door. */
export const areasComplete: Rule = (content) => {
	const written = new Set<string>(content.areas.map(({ record }) => record.id));
	const begun = new Set(content.areaDrafts.map(({ record }) => record.id));
	const broken = brokenFiles(content);
	const lost = AREAS.filter(
		(area) => area !== 'national' && !written.has(area) && !begun.has(area) && !broken.includes(`content/areas/${area}/area.yaml`)
	);
	return lost.map((area) => ({
		level: 'error',
		rule: 'missing-record',
		file: `content/areas/${area}/area.yaml`,
		line: 1,
		column: 1,
		message: `the area "${area}" has no area.yaml`,
		mend: 'Write it: its councils, front doors and what is missing there.'
	}));
};
