import { parseOpeningHours } from '../../hours/index.ts';
import { problemAt, type Rule } from '../rule.ts';
import { hoursOf } from '../parts.ts';

/** All opening hours can be read and are possible. */
export const hours: Rule = (content) =>
	content.services.flatMap((service) =>
		hoursOf(service.record).flatMap(({ value, path }) => {
			const parsed = parseOpeningHours(value);
			if (!('error' in parsed)) return [];
			return problemAt(service, path, {
				level: 'error',
				rule: 'bad-hours',
				message: `"${value}" cannot be read as opening hours: ${parsed.error}`,
				mend: 'Write them as "Mo-Fr 09:00-17:00; PH off", "24/7", "We[1] 19:00-20:30" or "unknown".'
			});
		})
	);
