const DAY_MS = 86_400_000;
/** A copy that has not been checked for so long says so beside what it shows: services change their numbers. */
export const OLD_AFTER_DAYS = 30;

/**
 * How old the copy on this device is. `at`: when it was last refreshed, and `now`, both in milliseconds of this device's
 * clock; `made`: day of the newest source in it (YYYY-MM-DD). Gives days, or undefined where the clock cannot be right:
 * nothing is saved before it is written, or in the future.
 */
export function ageInDays(at: number | undefined, now: number, made: string): number | undefined {
	if (at === undefined || at > now + DAY_MS || at < Date.parse(made)) return undefined;
	return Math.max(0, Math.floor((now - at) / DAY_MS));
}

/** How long ago, in words: "today", "3 days ago". For an unknown age: "on a day we do not know". */
export function ageInWords(days: number | undefined): string {
	if (days === undefined) return 'on a day we do not know';
	if (days === 0) return 'today';
	return days === 1 ? 'yesterday' : `${days} days ago`;
}

/** True when people should be told of the age: it is old, or nobody can tell. */
export function isOld(days: number | undefined): boolean {
	return days === undefined || days > OLD_AFTER_DAYS;
}

const KB = 1000;

/** A size for people: "600 KB", "1.4 MB". */
export function sizeInWords(bytes: number): string {
	if (bytes < KB * KB) return `${Math.max(1, Math.round(bytes / KB))} KB`;
	return `${(bytes / KB / KB).toFixed(1)} MB`;
}
