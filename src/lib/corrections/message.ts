import type { Doubt } from './address.ts';

/** A message that something is wrong. It holds published facts, and what the person wrote into the one free box. */
export interface Correction extends Doubt {
	/** Name of the service. */
	name: string;
	/** What kind of fact it is. */
	label: string;
	/** What was shown when the message was written. */
	shown: string;
	/** Of the list and of the app. */
	version: string;
	/** What the person wrote: what is right. May be empty. */
	right: string;
}

/** Letters that the free box takes. */
export const MOST_RIGHT = 600;
/** Windows hands a program an address of about 2,000 letters at most; what is longer opens no e-mail there. */
export const LONGEST_MAILTO = 1900;

const SUBJECT = 'A correction';

/** Half a letter (what is left when a pair is cut in two) has no place in an address. */
const HALVES = /[\ud800-\udfff]/gu;

/** The message as plain text, lines parted by `\n`. */
export function messageText({ record, field, name, label, shown, version, right }: Correction): string {
	return [
		'Something is wrong on this page:',
		name,
		`Record: ${record}`,
		`Field: ${field} (${label})`,
		`Version: ${version}`,
		...(shown ? [`Shown now: ${shown}`] : []),
		'',
		'What is right:',
		right.trim() || 'I do not know.'
	].join('\n');
}

/**
 * A link that opens an e-mail with the message in it. `whole` is false when the message is too long for a link: then the
 * e-mail is empty, and the message has to be copied into it.
 */
export function mailto(address: string, message: string): { href: string; whole: boolean } {
	const to = `mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=${encodeURIComponent(SUBJECT)}`;
	const body = message.replace(HALVES, '').replace(/\r\n?|\n/g, '\r\n');
	const href = `${to}&body=${encodeURIComponent(body)}`;
	return href.length > LONGEST_MAILTO ? { href: to, whole: false } : { href, whole: true };
}
