import type { DaySpan } from '../../data/hours.ts';

/** Spans in order of time, those that overlap or touch made one. */
export function mergeSpans(spans: readonly DaySpan[]): DaySpan[] {
	const merged: [number, number][] = [];
	for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
		const last = merged[merged.length - 1];
		if (last && from <= last[1]) last[1] = Math.max(last[1], to);
		else merged.push([from, to]);
	}
	return merged;
}

/** True when both hold the same times. */
export function sameSpans(a: readonly DaySpan[], b: readonly DaySpan[]): boolean {
	return a.length === b.length && a.every((span, i) => span[0] === b[i]?.[0] && span[1] === b[i]?.[1]);
}
