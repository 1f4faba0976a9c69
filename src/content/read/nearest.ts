import { closestMatch } from 'leven';

/** A wrong name is taken for a right one when at most this share of its letters differs. */
const MAX_SHARE_WRONG = 0.5;
const MIN_DISTANCE = 2;

/** Names from everyday speech and other data standards, with ours. */
const SAME_AS: Readonly<Record<string, readonly string[]>> = {
	address: ['address_1'],
	age: ['minimum_age', 'maximum_age'],
	areas: ['service_areas'],
	councils: ['service_areas'],
	email: ['emails'],
	hours: ['schedules', 'opening_hours'],
	opening_times: ['opening_hours'],
	location: ['locations'],
	phone: ['phones', 'number'],
	postcode: ['postal_code'],
	provider: ['organization'],
	telephone: ['phones', 'number'],
	town: ['city'],
	website: ['urls', 'url'],
	zip: ['postal_code']
};

/**
 * The right name that a wrong one most probably stands for.
 * @param wrong what was written
 * @param right all names that may stand there
 * @returns one of `right`, or undefined when none is near
 */
export function nearest(wrong: string, right: readonly string[]): string | undefined {
	const plain = wrong.toLowerCase().replaceAll(/[\s-]+/g, '_');
	const meant = Object.hasOwn(SAME_AS, plain) ? SAME_AS[plain]?.find((name) => right.includes(name)) : undefined;
	if (meant !== undefined) return meant;
	// Very long names are never a slip of the finger, and comparing them is slow.
	if (wrong.length > 60) return undefined;
	const maxDistance = Math.max(MIN_DISTANCE, Math.floor(wrong.length * MAX_SHARE_WRONG));
	const lower = wrong.toLowerCase();
	const found = closestMatch(lower, right, { maxDistance });
	return found;
}
