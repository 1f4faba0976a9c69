import type { FeedLog } from './feed.ts';

export type Raw = Readonly<Record<string, unknown>>;

/** Whether it is a group of fields. */
export const isRaw = (value: unknown): value is Raw =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** One value or a list of them, as a list. */
const listOf = (value: unknown): unknown[] =>
	value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/**
 * A group of fields of a feed, read liberally: numbers may be texts and texts numbers, a list may be one value. It
 * remembers what was asked for, so that what nobody asked for can be told.
 */
export class Fields {
	private readonly asked = new Set<string>(['id', 'metadata']);

	/**
	 * @param kind what it is, in reports of what was not used, for example `service`
	 * @param at where it stands, for reports
	 */
	constructor(
		private readonly raw: Raw,
		private readonly kind: string,
		readonly at: string,
		private readonly log: FeedLog
	) {}

	private take(name: string): unknown {
		this.asked.add(name);
		return Object.hasOwn(this.raw, name) ? this.raw[name] : undefined;
	}

	/** The first of these fields that holds a text or a number, on one line, without HTML. */
	text(...names: string[]): string | undefined {
		const found = names.map((name) => this.take(name)).map(asText);
		return found.find((each) => each !== undefined);
	}

	/** The first of these fields that is a number or begins like one ("18+"). */
	number(...names: string[]): number | undefined {
		const [first] = names.map((name) => asText(this.take(name))).filter((each) => each !== undefined);
		const digits = /^-?\d+(\.\d+)?/.exec(first ?? '')?.[0];
		return digits === undefined ? undefined : Number(digits);
	}

	/** Groups of fields in these fields, each of which may be one group or a list of them. */
	many(kind: string, ...names: string[]): Fields[] {
		return names.flatMap((name) =>
			listOf(this.take(name)).flatMap((value) => (isRaw(value) ? [new Fields(value, kind, this.at, this.log)] : []))
		);
	}

	one(kind: string, ...names: string[]): Fields | undefined {
		return this.many(kind, ...names)[0];
	}

	/** Texts in these fields: a text, a list of texts, or groups that have a name. */
	texts(...names: string[]): string[] {
		return names.flatMap((name) =>
			listOf(this.take(name)).flatMap((value) => {
				const text = isRaw(value) ? asText(value['name'] ?? value['term'] ?? value['label']) : asText(value);
				return text === undefined ? [] : [text];
			})
		);
	}

	/** These fields say nothing that a record needs. */
	skip(...names: string[]): void {
		for (const name of names) this.asked.add(name);
	}

	/** To be called when all was asked: what is left is told. */
	done(): void {
		for (const name of Object.keys(this.raw)) if (!this.asked.has(name)) this.log.leave(`${this.kind}.${name}`);
	}
}

function asText(value: unknown): string | undefined {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return typeof value === 'string' ? plainText(value) : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', apos: '’', gt: '', lt: '', nbsp: ' ', quot: '"' };

/** What our own content checks refuse in any text. */
const UNSEEN =
	// eslint-disable-next-line no-control-regex -- finding them is what this is for
	/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd\p{Co}\p{Cs}]/gu;
const PICTURES = /[\p{Emoji_Presentation}\u{fe0f}\u{1f000}-\u{1faff}\u{e0000}-\u{e007f}]/gu;

/** One line of plain text: no HTML, no invisible characters, no pictures; undefined when nothing is left. */
export function plainText(text: string): string | undefined {
	const plain = text
		.replaceAll(/<(script|style)\b.*?<\/\1\s*>/gis, ' ')
		.replaceAll(/<\/?[a-z!?][^>]*>?/gi, ' ')
		.replaceAll(/&([a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/gi, (_, name: string) => ENTITIES[name.toLowerCase()] ?? ' ')
		.replaceAll(UNSEEN, ' ')
		.replaceAll(PICTURES, '')
		.replaceAll(/\s+/g, ' ')
		.trim();
	return plain === '' ? undefined : plain;
}

/** A text cut at the end of a sentence, or of a word, so that it is not longer than `most`. */
export function cutText(text: string, most: number): string {
	if (text.length <= most) return text;
	const cut = text.slice(0, most - 1);
	const sentence = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('! '), cut.lastIndexOf('? '));
	if (sentence > most / 2) return cut.slice(0, sentence + 1);
	const word = cut.lastIndexOf(' ');
	return `${cut.slice(0, word > 0 ? word : cut.length)}…`;
}
