import { describe, expect, test } from 'vitest';
import { ageInDays, ageInWords, isOld, OLD_AFTER_DAYS, sizeInWords } from './age.ts';
import { isIosBrowser } from './device.ts';

const DAY = 86_400_000;
const MADE = '2026-11-01';
const NOW = Date.parse('2026-11-22T12:00:00Z');

describe('the age of the copy', () => {
	test.each([
		[NOW - 60_000, 'today'],
		[NOW - DAY, 'yesterday'],
		[NOW - 3 * DAY - 5_000, '3 days ago']
	])('saved at %d is said to be %s', (at, words) => {
		expect(ageInWords(ageInDays(at, NOW, MADE))).toBe(words);
	});

	test('is not known where a clock must have been wrong: nothing is saved before it was written, or in the future', () => {
		for (const at of [undefined, 0, Date.parse('1970-01-02'), Date.parse('2040-01-01')]) {
			const days = ageInDays(at, NOW, MADE);
			expect(days).toBeUndefined();
			expect(ageInWords(days)).toBe('on a day we do not know');
			expect(isOld(days)).toBe(true);
		}
	});

	test('is told beside what is shown when it is more than a month', () => {
		expect(isOld(OLD_AFTER_DAYS)).toBe(false);
		expect(isOld(OLD_AFTER_DAYS + 1)).toBe(true);
	});
});

test('sizes are said as people say them', () => {
	expect([1, 12_345, 999_400, 1_449_000].map(sizeInWords)).toEqual(['1 KB', '12 KB', '999 KB', '1.4 MB']);
});

test('the hint for iPhones is for a browser on an iPhone or iPad, not for the home screen', () => {
	const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15';
	const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15';
	expect(isIosBrowser(iphone, 5, false)).toBe(true);
	expect(isIosBrowser(mac, 5, false)).toBe(true);
	expect(isIosBrowser(mac, 0, false)).toBe(false);
	expect(isIosBrowser(iphone, 5, true)).toBe(false);
	expect(isIosBrowser('Mozilla/5.0 (Linux; Android 14)', 5, false)).toBe(false);
});
