import { holidaysCoverage } from '../../../lib/schedule/index.ts';
import { compileHolidays } from '../../compile/holidays.ts';
import { problemAt, type Rule } from '../rule.ts';

/** The list of public holidays speaks for a year from the day of the content: else hours stop being sure. */
export const holidayCoverage: Rule = (content, { made }) =>
	content.holidayFiles.flatMap((read) => {
		const message = holidaysCoverage(compileHolidays(read.record), Date.parse(`${made}T12:00:00Z`));
		if (message === undefined) return [];
		return problemAt(read, ['to'], {
			level: 'warning',
			rule: 'holiday-coverage',
			message,
			mend: 'Add the days that are missing from https://www.gov.uk/bank-holidays, then move `to`.'
		});
	});
