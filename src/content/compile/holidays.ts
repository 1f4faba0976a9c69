import type { Holidays } from '../../data/hours.ts';
import type { HolidayFileRecord } from '../schema/places/holidays.ts';

/** The list of public holidays as browsers and the command line read it: what `src/lib/schedule` takes. */
export function compileHolidays({ from, to, holidays }: HolidayFileRecord): Holidays {
	return { from, to, days: holidays };
}
