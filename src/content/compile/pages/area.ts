import type { AreaInfo } from '../../../data/record.ts';
import type { AreaRecord } from '../../schema/places/area.ts';

/** An area as screens and pathways need it: councils, front doors, and what is missing. */
export function compileArea(area: AreaRecord): AreaInfo {
	return {
		id: area.id,
		name: area.name,
		about: area.about,
		councils: area.councils.map((council) => ({ id: council.id, name: council.name, upperTier: council.upper_tier })),
		frontDoors: area.front_doors.map((door) => ({
			service: door.service,
			for: door.for,
			...(door.councils && { councils: door.councils })
		})),
		missing: area.missing.map((gap) => ({
			...(gap.taxonomy_term && { term: gap.taxonomy_term }),
			what: gap.what,
			instead: gap.instead,
			...(gap.services && { services: gap.services }),
			...(gap.councils && { councils: gap.councils })
		})),
		...(area.neighbours && { neighbours: area.neighbours })
	};
}
