import * as v from 'valibot';
import { AREAS } from '../../../data/terms.ts';

/** Lines of the tables in content/places. All cells are text until they are checked here. */

const ELSEWHERE = 'elsewhere';

const Degrees = (least: number, most: number) =>
	v.pipe(v.string(), v.nonEmpty('a position is missing'), v.transform(Number), v.minValue(least), v.maxValue(most));
const position = { latitude: Degrees(49, 61), longitude: Degrees(-9, 3) };
const Name = v.pipe(v.string(), v.trim(), v.nonEmpty('a name is missing'));
const Postcode = v.pipe(v.string(), v.regex(/^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/, 'must be a postcode such as LE16 8TH'));

export const CouncilRow = v.object({
	council: Name,
	treatment_system: v.picklist(AREAS),
	upper_tier: Name,
	...position
});
export const SectorRow = v.object({
	sector: v.pipe(v.string(), v.regex(/^[A-Z]{1,2}\d[A-Z\d]? \d$/, 'must be a sector such as LE16 8')),
	council: Name,
	postcodes: v.pipe(v.string(), v.nonEmpty('the number of postcodes is missing'), v.transform(Number), v.integer(), v.minValue(1)),
	...position
});
export const ExceptionRow = v.object({ postcode: Postcode, council: Name });
export const ServicePostcodeRow = v.object({ postcode: Postcode, council: Name, ...position });
export const PlaceNameRow = v.object({ name: Name, council: Name, source: v.picklist(['geonames', 'pharmacies']), ...position });

/** True for the name that the tables give to everywhere outside the five areas. */
export function isElsewhere(council: string): boolean {
	return council === ELSEWHERE;
}
