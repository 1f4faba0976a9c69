import { problemAt, type Rule } from '../rule.ts';

/** The councils of an area are those that the place tables give it: else a postcode leads to the wrong front door. */
export const councilTable: Rule = (content, { councils }) => {
	if (!councils) return [];
	return content.areas.flatMap((area) => {
		const { record } = area;
		const own = record.councils.map(({ id }) => id);
		const right = councils.filter((council) => council.area === record.id).map(({ id }) => id);
		const strangers = own.filter((id) => !right.includes(id));
		const lost = right.filter((id) => !own.includes(id));
		return [
			...strangers.map((id) =>
				problemAt(area, ['councils', own.indexOf(id), 'id'], {
					level: 'error',
					rule: 'wrong-council',
					message: `the council "${id}" is not of the area "${record.id}" in content/places/councils.csv`,
					mend: 'Take it out here, or correct the table.'
				})
			),
			...lost.map((id) =>
				problemAt(area, ['councils'], {
					level: 'error',
					rule: 'wrong-council',
					message: `the area "${record.id}" lacks its council "${id}" of content/places/councils.csv`,
					mend: 'Add it under "councils".'
				})
			)
		];
	});
};
