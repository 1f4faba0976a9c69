import { hashId } from '../../data/files/buckets.ts';
import { ALPHABET, CODE_LENGTH, STEP_CODE_LENGTH, toDigits } from './codes.ts';
import { cleanNote, noteItem, withItems, type Plan, type PlanItem } from './plan.ts';

/**
 * A plan as text, for the part of an address after its `#` (which no server sees) and for keeping on the device:
 *
 *     p1=  0 XXXXXX  2 XXXXXX YYYY  4 NN ...  CCCCC
 *
 * `p1` is the version. Each item begins with one digit of base 32: twice its kind (0 service, 1 step, 2 note), plus one
 * when it is ticked off. A service is its code; a step the code of its outcome and its own; a note the count of its bytes
 * in UTF-8 (two digits) and these bytes in base 32. The end is a checksum of all before it.
 */
const NAME = 'p';
const VERSION = 1;
const KINDS = ['service', 'step', 'note'] as const;
const CHECK_LENGTH = 5;
const NOTE_COUNT_LENGTH = 2;
/** No plan of ours comes near this (60 notes of 300 letters): what is longer is not read. */
export const LONGEST = 100_000;

/**
 * What was read. `broken`: the checksum is wrong: something is missing or was changed; `plan` is what could be read, without
 * notes. `newer`: written by a later version of this app. `none`: this is no plan.
 */
export type ReadPlan = { state: 'whole' | 'broken'; plan: Plan } | { state: 'newer' } | { state: 'none' };

/** A plan as the part of an address after `#`, without the `#`. */
export function toFragment(plan: Plan): string {
	const body = plan.map(itemText).join('');
	return `${NAME}${VERSION}=${body}${checkOf(body)}`;
}

function itemText(item: PlanItem): string {
	const head = toDigits(KINDS.indexOf(item.kind) * 2 + (item.done ? 1 : 0), 1);
	if (item.kind === 'service') return head + item.code;
	if (item.kind === 'step') return head + item.outcome + item.step;
	const bytes = new TextEncoder().encode(item.text);
	return head + toDigits(bytes.length, NOTE_COUNT_LENGTH) + toBase32(bytes);
}

function checkOf(body: string): string {
	return toDigits(hashId(`${VERSION}${body}`), CHECK_LENGTH);
}

/** Reads a fragment, with or without its `#`, whoever wrote it. Never throws. */
export function fromFragment(fragment: string): ReadPlan {
	if (fragment.length > LONGEST) return { state: 'none' };
	// Messengers may write = as %3D, and take the full stop after a link for a part of it.
	const text = fragment
		.replace(/^#/, '')
		.replace(/%3d/i, '=')
		.replace(/[^0-9a-z=]+$/i, '');
	const [, version, written = ''] = /^p([0-9]{1,3})=(.*)$/i.exec(text) ?? [];
	if (version === undefined) return { state: 'none' };
	if (Number(version) !== VERSION) return { state: Number(version) > VERSION ? 'newer' : 'none' };
	const all = written.toUpperCase();
	const body = all.slice(0, -CHECK_LENGTH);
	if (all.length >= CHECK_LENGTH && checkOf(body) === all.slice(-CHECK_LENGTH)) {
		const { items, rest } = readItems(body);
		if (rest === '') return { state: 'whole', plan: withItems([], items) };
	}
	return {
		state: 'broken',
		plan: withItems(
			[],
			readItems(all).items.filter(({ kind }) => kind !== 'note')
		)
	};
}

/** Items from the start of `body`, and the rest where one could not be read. */
function readItems(body: string): { items: PlanItem[]; rest: string } {
	const items: PlanItem[] = [];
	let at = 0;
	while (at < body.length) {
		const read = readItem(body, at);
		if (!read) break;
		items.push(read.item);
		at = read.end;
	}
	return { items, rest: body.slice(at) };
}

function readItem(body: string, at: number): { item: PlanItem; end: number } | undefined {
	const head = digit(body, at);
	const kind = KINDS[head >> 1];
	const done = head % 2 === 1;
	const start = at + 1;
	if (kind === 'service') {
		const end = start + CODE_LENGTH;
		const code = digits(body, start, end);
		return code === undefined ? undefined : { item: { kind, code, done }, end };
	}
	if (kind === 'step') {
		const middle = start + CODE_LENGTH;
		const end = middle + STEP_CODE_LENGTH;
		const [outcome, step] = [digits(body, start, middle), digits(body, middle, end)];
		return outcome === undefined || step === undefined ? undefined : { item: { kind, outcome, step, done }, end };
	}
	return kind === 'note' ? readNote(body, start, done) : undefined;
}

function readNote(body: string, start: number, done: boolean): { item: PlanItem; end: number } | undefined {
	const count = [...(digits(body, start, start + NOTE_COUNT_LENGTH) ?? '')].reduce(
		(sum, each) => sum * 32 + ALPHABET.indexOf(each),
		0
	);
	const from = start + NOTE_COUNT_LENGTH;
	const end = from + Math.ceil((count * 8) / 5);
	const written = digits(body, from, end);
	const item = written && noteItem(cleanNote(new TextDecoder().decode(fromBase32(written, count))));
	return item ? { item: { ...item, done }, end } : undefined;
}

/** The value of a character, or -1. */
function digit(text: string, at: number): number {
	return ALPHABET.indexOf(text.charAt(at) || ' ');
}

/** `text` from `start` to `end`, or undefined when it is shorter or has other characters. */
function digits(text: string, start: number, end: number): string | undefined {
	const part = text.slice(start, end);
	return part.length === end - start && [...part].every((each) => ALPHABET.includes(each)) ? part : undefined;
}

function toBase32(bytes: Uint8Array): string {
	let text = '';
	let bits = 0;
	let held = 0;
	for (const byte of bytes) {
		held = (held << 8) | byte;
		bits += 8;
		for (; bits >= 5; bits -= 5) text += ALPHABET[(held >>> (bits - 5)) & 31];
		held &= (1 << bits) - 1;
	}
	return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}

function fromBase32(text: string, count: number): Uint8Array {
	const bytes = new Uint8Array(count);
	let bits = 0;
	let held = 0;
	let at = 0;
	for (const each of text) {
		held = ((held << 5) | ALPHABET.indexOf(each)) & 0xfff;
		bits += 5;
		if (bits < 8) continue;
		bits -= 8;
		if (at < count) bytes[at++] = (held >>> bits) & 0xff;
	}
	return bytes;
}
