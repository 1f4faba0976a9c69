import { AREAS, type TaxonomyTerm } from '../../../data/terms.ts';
import type { Path, Problem } from '../../read/index.ts';
import { problemAt, type Rule } from '../rule.ts';
import { areaProblems } from './references.ts';

/** Of these people ask first. An area says where each is, or that it is missing and what to do instead. */
const NEEDS: readonly TaxonomyTerm[] = [
	'treatment',
	'young-people',
	'family-support',
	'needle-exchange',
	'naloxone',
	'detox',
	'rehab',
	'prescribed-medicines'
];
const DOORS = { adults: 'adults', 'under-18': 'people under 18', families: 'families and friends' } as const;
const known: readonly string[] = AREAS;

/** An area that somebody has begun: everything that is still to be filled in, in the order in which to do it. */
export const areaDraft: Rule = (content, { councils }) =>
	content.areaDrafts.flatMap((area): Problem[] => {
		const { record } = area;
		const todo = (path: Path, message: string, mend: string) =>
			problemAt(area, path, { level: 'warning', rule: 'area-draft', message, mend });
		const doors = new Set(record.front_doors.map((door) => door.for));
		const said = new Set(record.missing.map(({ taxonomy_term: term }) => term));
		const unsaid = NEEDS.filter((need) => !said.has(need));
		const open = [
			...(area.area === record.id
				? []
				: [todo(['id'], `the id "${record.id}" is not that of its folder`, `Call the folder content/areas/${record.id}.`)]),
			...(record.councils.length > 0
				? []
				: [todo(['councils'], 'it has no council', 'Name each council whose residents come in by the same door.')]),
			...(record.about === undefined
				? [todo([], 'it does not say how help is arranged there', 'Write "about": two or three plain sentences, with a source for each claim.')]
				: []),
			...(['adults', 'under-18', 'families'] as const)
				.filter((who) => !doors.has(who))
				.map((who) =>
					todo(
						['front_doors'],
						`it does not say who takes a first call from ${DOORS[who]}`,
						`Name a service under "front_doors" with "for: ${who}": one of its own, or a line for all of England.`
					)
				),
			...(unsaid.length > 0
				? [
						todo(
							['missing'],
							`it says nothing of: ${unsaid.join(', ')}`,
							'For each that no service there gives, say under "missing" what is not there and what to do instead. Else begin the service once the area is in use.'
						)
					]
				: []),
			...record.councils.flatMap(({ id, name }, index) =>
				councils === undefined || councils.some((council) => council.id === id)
					? []
					: [
							todo(
								['councils', index],
								`no row of content/places/councils.csv is ${name}`,
								'Add it, and its sectors to postcode-sectors.csv: else no postcode there finds its help.'
							)
						]
			)
		];
		return [
			...areaProblems(content, area),
			...open,
			...(known.includes(record.id)
				? []
				: [
						todo(
							['id'],
							`"${record.id}" is not in AREAS of src/data/places/areas.ts`,
							'Add it when all else here is filled in.'
						)
					]),
			...(open.length === 0 && known.includes(record.id)
				? [todo([], 'nothing is left to fill in', 'Rename this file to area.yaml, and begin journeys.yaml beside it.')]
				: [])
		];
	});
