import type { Content, Read } from '../../read/index.ts';
import { placeOf, problemAt, type Rule } from '../rule.ts';

type WithId = Read<{ id: string }>;

function twice(kind: string, records: readonly WithId[]) {
	const first = new Map<string, WithId>();
	return records.flatMap((read) => {
		const { id } = read.record;
		const earlier = first.get(id);
		if (!earlier) {
			first.set(id, read);
			return [];
		}
		return problemAt(read, ['id'], {
			level: 'error',
			rule: 'duplicate-id',
			message: `the ${kind} id "${id}" stands a second time; first at ${placeOf(earlier, ['id'])}`,
			mend: 'Give one of them another id, or make the two one record.'
		});
	});
}

/** Ids are promises: each stands once. */
export const duplicateIds: Rule = (content) => [
	...twice('service', content.services),
	...twice('organization', content.organizations),
	...twice('area', content.areas)
];

const stem = (file: string) => file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');

function misnamed(content: Content) {
	return content.serviceFiles.flatMap((read) => {
		if ('services' in read.record || read.record.id === stem(read.file)) return [];
		return problemAt(read, ['id'], {
			level: 'error',
			rule: 'file-name',
			message: `the id is "${read.record.id}" and the file is named "${stem(read.file)}"`,
			mend: `Name the file ${read.record.id}.yaml, so that people find it.`
		});
	});
}

/** A file is named for what it holds: a service's file for its id, an area's folder for the area. */
export const fileNames: Rule = (content) => [
	...misnamed(content),
	...[
		...content.areas.map((read) => ({ read, area: read.record.id, field: 'id' })),
		...content.pharmacyFiles.map((read) => ({ read, area: read.record.area, field: 'area' }))
	].flatMap(({ read, area, field }) =>
		area === read.area
			? []
			: problemAt(read, [field], {
					level: 'error',
					rule: 'file-name',
					message: `this says area "${area}" and stands in the folder of "${read.area ?? 'no area'}"`,
					mend: 'Move the file or change the area.'
				})
	)
];
