import { problemAt, type Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

/** What no text may hold, in whatever field; the messages name it for an editor. */
const FORBIDDEN: readonly { rule: string; found: RegExp; what: string; mend: string }[] = [
	{
		rule: 'html',
		found: /<\/?[a-z!?][^>]*>?|&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/i,
		what: 'HTML or script',
		mend: 'Write plain text: texts are shown exactly as they stand here.'
	},
	{
		rule: 'bad-link',
		found: /\b(?:java|vb)script\s*:|\bdata:[a-z]+\/|\b(?:file|blob):\/?\w/i,
		what: 'a link that can run as a program',
		mend: 'Links are https, http, tel or mailto.'
	},
	{
		rule: 'bad-link',
		found: /\b(?!https?:)[a-z][a-z\d+.-]*:\/\//i,
		what: 'a link that is not http or https',
		mend: 'Links are https, http, tel or mailto.'
	},
	{
		rule: 'control-character',
		// eslint-disable-next-line no-control-regex -- finding them is what this is for
		found: /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/,
		what: 'a control character',
		mend: 'Delete it and type the text again: it came in by copying.'
	},
	{
		rule: 'invisible-character',
		found: /[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/,
		what: 'an invisible mark, such as a change of writing direction',
		mend: 'Delete it and type the text again: it came in by copying.'
	},
	{
		rule: 'emoji',
		found: /[\p{Emoji_Presentation}\u{fe0f}\u{1f000}-\u{1faff}\u{e0000}-\u{e007f}]/u,
		what: 'an emoji or flag',
		mend: 'Say it in words: screen readers read emoji aloud, and old phones show boxes.'
	},
	{
		rule: 'odd-character',
		found: /[\ufffd\p{Co}\p{Cs}]/u,
		what: 'a broken character',
		mend: 'Save the file as UTF-8 and type the text again.'
	}
];

const hex = (text: string) => `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** How a found piece is told without doing harm in the terminal of the editor. */
function show(found: string): string {
	return /^[\x20-\x7e]+$/.test(found) ? `"${found.slice(0, 40)}"` : hex(found);
}

/** No script, no HTML, no hidden or moving characters and no strange link in any text. */
export const markup: Rule = (content) =>
	textsOf(content).flatMap(({ text, path, read }) =>
		FORBIDDEN.flatMap(({ rule, found, what, mend }) => {
			const piece = found.exec(text)?.[0];
			if (piece === undefined || piece === '') return [];
			const field = path.findLast((key) => typeof key === 'string') ?? 'text';
			return problemAt(read, path, {
				level: 'error',
				rule,
				message: `"${field}" holds ${what}: ${show(piece)}`,
				mend
			});
		})
	);

/** A name, a label or a code is one line. */
export const oneLine: Rule = (content) =>
	textsOf(content).flatMap(({ text, use, path, read }) => {
		if (!['name', 'label', 'code'].includes(use) || !/[\n\t]/.test(text)) return [];
		return problemAt(read, path, {
			level: 'error',
			rule: 'control-character',
			message: `"${path.findLast((key) => typeof key === 'string') ?? 'text'}" runs over several lines`,
			mend: 'Write it on one line.'
		});
	});

/** Longer words than this break a narrow screen; no English name has one. */
const MAX_WORD = 30;
/** More marks than this on one letter are a prank that runs over the lines above and below. */
const STACKED_MARKS = /\p{M}{3,}/u;

/** Names and sentences keep inside a screen of 320 px. */
export const overlongWords: Rule = (content) =>
	textsOf(content).flatMap(({ text, use, path, read }) => {
		if (use === 'code' || use === 'editor' || use === 'search') return [];
		const long = text.split(/[\s/–—-]+/).find((word) => word.length > MAX_WORD && !/^https?:/.test(word));
		if (long !== undefined) {
			return problemAt(read, path, {
				level: 'error',
				rule: 'overlong-word',
				message: `a word of ${long.length} letters does not fit on a phone: "${long.slice(0, MAX_WORD)}…"`,
				mend: 'Break it up, or give a web address under "urls".'
			});
		}
		if (!STACKED_MARKS.test(text)) return [];
		return problemAt(read, path, {
			level: 'error',
			rule: 'odd-character',
			message: 'a letter carries a pile of marks',
			mend: 'Type the text again in plain letters.'
		});
	});

/** An address in a sentence cannot be tapped and has no source. */
export const linksInText: Rule = (content) =>
	textsOf(content).flatMap(({ text, use, path, read }) => {
		if (use !== 'prose' && use !== 'label') return [];
		const link = /\bhttps?:\/\/\S+|\bwww\.\S+/i.exec(text)?.[0];
		if (link === undefined) return [];
		return problemAt(read, path, {
			level: 'warning',
			rule: 'link-in-text',
			message: `"${link.slice(0, 60)}" stands in a sentence, where nobody can tap it`,
			mend: 'Give it under "urls" with its source.'
		});
	});
