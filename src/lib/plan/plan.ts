import { CODE_LENGTH, codeOf, stepCode } from './codes.ts';

/**
 * A plan: what somebody wants to have at hand, in their order. It holds codes, and words only in notes: names and numbers
 * are read from the directory each time, so that a plan that was kept or sent shows today's.
 */
export type PlanItem =
	| { kind: 'service'; code: string; done: boolean }
	/** A step of a pathway plan: the code of its outcome, and its own within it. */
	| { kind: 'step'; outcome: string; step: string; done: boolean }
	| { kind: 'note'; text: string; done: boolean };

export type Plan = readonly PlanItem[];

/** More than this is no plan but a directory. */
export const MOST_ITEMS = 60;
/** Characters of a note. */
export const LONGEST_NOTE = 300;
/** Control characters but the line break, and marks that turn the direction of text: a note must not disguise itself. */
const CONTROLS = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

export function serviceItem(id: string): PlanItem {
	return { kind: 'service', code: codeOf(id), done: false };
}

/** A step of outcome `id` that says `text`. */
export function stepItem(id: string, text: string): PlanItem {
	return { kind: 'step', outcome: codeOf(id), step: stepCode(text), done: false };
}

/** A note, or undefined when nothing is left of the text but spaces. */
export function noteItem(text: string): PlanItem | undefined {
	const clean = cleanNote(text);
	return clean ? { kind: 'note', text: clean, done: false } : undefined;
}

/** A note as it is kept: no control characters but line breaks, no broken letters, no spaces around it, not too long. */
export function cleanNote(text: string): string {
	const lines = text
		.replace(/\r\n?/g, '\n')
		.replace(CONTROLS, (each) => (each === '\n' ? each : ' '))
		.trim()
		.slice(0, LONGEST_NOTE);
	// Half a letter, such as half an emoji, does not survive UTF-8.
	const whole = new TextDecoder().decode(new TextEncoder().encode(lines));
	return whole.replaceAll('\ufffd', '').trim();
}

/** What an item is about: two items about the same do not stand in one plan. */
export function keyOf(item: PlanItem): string {
	if (item.kind === 'service') return item.code;
	if (item.kind === 'step') return `${item.outcome}${item.step}`;
	return `${' '.repeat(CODE_LENGTH)}${item.text}`;
}

export function holds(plan: Plan, item: PlanItem): boolean {
	return plan.some((other) => keyOf(other) === keyOf(item));
}

/** The plan with `items` at its end, without those it holds already and those that are too many. */
export function withItems(plan: Plan, items: readonly PlanItem[]): Plan {
	const all = new Map([...plan, ...items.filter((item) => !holds(plan, item))].map((item) => [keyOf(item), item]));
	return [...all.values()].slice(0, MOST_ITEMS);
}

export function without(plan: Plan, item: PlanItem): Plan {
	return plan.filter((other) => keyOf(other) !== keyOf(item));
}

/** The plan with an item moved by one place up (-1) or down (1). Unchanged at either end. */
export function moved(plan: Plan, item: PlanItem, by: -1 | 1): Plan {
	const from = plan.findIndex((other) => keyOf(other) === keyOf(item));
	const to = from + by;
	const [one, other] = [plan[from], plan[to]];
	if (!one || !other) return plan;
	return plan.map((each, i) => (i === from ? other : i === to ? one : each));
}

/** The plan with an item ticked off, or not any more. */
export function ticked(plan: Plan, item: PlanItem, done: boolean): Plan {
	return plan.map((other) => (keyOf(other) === keyOf(item) ? { ...other, done } : other));
}

/** The plan as it goes to somebody else when its notes stay at home. */
export function withoutNotes(plan: Plan): Plan {
	return plan.filter(({ kind }) => kind !== 'note');
}
