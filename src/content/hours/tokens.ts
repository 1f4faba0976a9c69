/** Cuts an opening_hours string into its smallest pieces. Says in plain words what does not belong. */

/** What is wrong with an opening_hours string and how to mend it, in the message. */
export class HoursError extends Error {}

export type Token =
	| { kind: 'day'; day: number }
	| { kind: 'month'; month: number }
	| { kind: 'holiday'; of: 'PH' | 'SH' }
	| { kind: 'modifier'; as: 'off' | 'open' | 'unknown' }
	| { kind: 'time'; minutes: number }
	| { kind: 'year'; year: number }
	| { kind: 'number'; value: number }
	| { kind: 'always' }
	| { kind: 'comment'; remark: string }
	| { kind: 'sign'; sign: string };

/** A token with the text that it was made from, for messages. */
export type Placed = Token & { text: string };

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** How people write days in full or in part. */
const DAY_FORMS = [/^mon?(day)?s?$/, /^tue?s?(day)?s?$/, /^wed?s?(nesday)?s?$/, /^thu?r?s?(day)?s?$/, /^fri?(day)?s?$/, /^sat?(urday)?s?$/, /^sun?(day)?s?$/];
const MODIFIERS: Record<string, 'off' | 'open' | 'unknown'> = {
	off: 'off',
	closed: 'off',
	open: 'open',
	unknown: 'unknown'
};
const PIECE = /\s+|24\/7|"[^"]*"|\d{1,2}:\d{2}|\d{1,2}[:.]\d*|\d+|[A-Za-z]+|\|\||[^\sA-Za-z0-9]/gy;

/** The whole string to its tokens. Throws HoursError. */
export function tokenize(osm: string): Placed[] {
	const tokens: Placed[] = [];
	for (const [text] of osm.matchAll(PIECE)) if (text.trim()) tokens.push({ ...token(text), text });
	return tokens;
}

function token(text: string): Token {
	if (text === '24/7') return { kind: 'always' };
	if (text.startsWith('"')) return comment(text);
	if (/^\d+[:.]/.test(text)) return time(text);
	if (/^\d{4}$/.test(text)) return { kind: 'year', year: Number(text) };
	if (/^\d{1,2}$/.test(text)) return { kind: 'number', value: Number(text) };
	if (/^\d/.test(text)) throw new HoursError(`${text} is not a time. Write times as 09:00.`);
	if (/^[A-Za-z]/.test(text)) return word(text);
	if (text === '||') {
		throw new HoursError('"||" is not supported. Write the times that are known, and a note for the rest.');
	}
	if (text === '–' || text === '—') throw new HoursError(`Use a plain hyphen (-) in place of ${text}.`);
	if (text === '+') throw new HoursError('An open end (+) is not supported. Give the time that it ends, as 19:00-21:00.');
	if ('-,;[]:'.includes(text)) return { kind: 'sign', sign: text };
	throw new HoursError(`${text} is not understood here. Write hours as Mo-Fr 09:00-17:00; PH off.`);
}

function comment(text: string): Token {
	const inside = text.slice(1, -1).trim();
	if (text.length < 2 || !inside) throw new HoursError('A comment needs words between two " marks.');
	return { kind: 'comment', remark: inside };
}

function time(text: string): Token {
	const [, hour = '', minute = ''] = /^(\d{2}):(\d{2})$/.exec(text) ?? [];
	if (!hour) throw new HoursError(`${text} is not a time. Write it with four digits and a colon, as 09:00.`);
	const minutes = Number(hour) * 60 + Number(minute);
	if (Number(minute) > 59 || minutes > 24 * 60) {
		throw new HoursError(`${text} is not a time of day. For hours that run over midnight write 22:00-02:00.`);
	}
	return { kind: 'time', minutes };
}

function word(text: string): Token {
	const day = DAYS.indexOf(text);
	if (day >= 0) return { kind: 'day', day };
	const month = MONTHS.indexOf(text);
	if (month >= 0) return { kind: 'month', month: month + 1 };
	if (text === 'PH' || text === 'SH') return { kind: 'holiday', of: text };
	const modifier = MODIFIERS[text];
	if (modifier) return { kind: 'modifier', as: modifier };
	throw new HoursError(`${text} is not understood. ${hint(text)}`);
}

/** What an editor most likely meant. */
function hint(text: string): string {
	const typed = text.toLowerCase();
	if (/^(sunrise|sunset|dawn|dusk|easter|week)$/.test(typed)) {
		return 'That part of the syntax is not supported. Use dates or times.';
	}
	if (/^(am|pm|noon|midnight)$/.test(typed)) return 'Write times by the 24-hour clock, as 09:00-17:00.';
	if (/^(ph|sh)$/.test(typed)) return `Write it as ${text.toUpperCase()}.`;
	if (MODIFIERS[typed]) return `Write it as ${typed}.`;
	const day = DAY_FORMS.findIndex((form) => form.test(typed));
	if (day >= 0) return `Write the day as ${DAYS[day] ?? ''}.`;
	const month = MONTHS.find((name) => typed.startsWith(name.toLowerCase()));
	if (month) return `Write the month as ${month}.`;
	return 'Days are Mo Tu We Th Fr Sa Su. Put remarks in quotes, as Mo-Fr 09:00-17:00 "by appointment".';
}
