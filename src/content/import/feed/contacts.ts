import { findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { SHORT_CODES, TEXT_SHORT_CODE, ukDigits } from '../../check/contacts/short-codes.ts';

/** The numbers in a text as people read them out, "Tel: +44 (0)116 225 6400 / 0800 123" included. Empty when none is real. */
export function numbersIn(text: string, kind: 'voice' | 'text'): string[] {
	const digits = ukDigits(text);
	if (SHORT_CODES.has(digits) || (kind === 'text' && TEXT_SHORT_CODE.test(digits))) return [text.trim()];
	const one = parsePhoneNumberFromString(text, 'GB');
	const found =
		one?.country === 'GB' && one.isValid()
			? [one]
			: findPhoneNumbersInText(text.replaceAll('(0)', ''), 'GB').map(({ number }) => number);
	const spoken = found
		.filter((number) => number.country === 'GB' && number.isValid())
		// Anew from its digits: an extension is no part of what people dial.
		.map((number) => parsePhoneNumberFromString(number.number)?.formatNational().replaceAll(/[()]/g, '') ?? '');
	const digitsOf = (number: string) => number.replaceAll(/\D/g, '');
	return spoken.filter((number, index) => spoken.findIndex((other) => digitsOf(other) === digitsOf(number)) === index);
}

/** A web address in full, or undefined when it is none. */
export function webAddress(text: string): string | undefined {
	const written = /^https?:\/\//i.test(text) ? text : `https://${text}`;
	if (/\s/.test(written) || !URL.canParse(written)) return undefined;
	const { hostname, protocol } = new URL(written);
	return hostname.includes('.') && (protocol === 'https:' || protocol === 'http:') ? written : undefined;
}

/** A web address without what may differ between two ways to write it. */
export function bareUrl(url: string): string {
	return url
		.toLowerCase()
		.replace(/^https?:\/\//, '')
		.replace(/^www\./, '')
		.replace(/[/#?]+$/, '');
}

const EMAIL = /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[a-z]{2,}$/i;

/** An e-mail address without what stands before it, or undefined when it is none. */
export function emailAddress(text: string): string | undefined {
	const bare = text.replace(/^mailto:/i, '').trim();
	return EMAIL.test(bare) ? bare : undefined;
}

const POSTCODE = /^[A-PR-UWYZ]([A-HK-Y]?\d[A-Z\d]?) \d[ABD-HJLNP-UW-Z]{2}$/;

/** A whole UK postcode with one space, in capitals, or undefined when it is none. */
export function wholePostcode(text: string): string | undefined {
	const close = text.toUpperCase().replaceAll(/[^A-Z\d]/g, '');
	const spaced = `${close.slice(0, -3)} ${close.slice(-3)}`;
	return POSTCODE.test(spaced) ? spaced : undefined;
}

const BRITISH = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/;
const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;

/** A date as our records write it (2024, 2024-03, 2024-03-13), from ISO dates and times or from 13/03/2024. */
export function partialDate(text: string): string | undefined {
	const british = BRITISH.exec(text.trim());
	if (british) {
		const [, day = '', month = '', year = ''] = british;
		return real(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
	}
	const [, year, month, day] = ISO.exec(text.trim()) ?? [];
	if (year === undefined) return undefined;
	return real([year, month, day].filter((part) => part !== undefined).join('-'));
}

function real(date: string): string | undefined {
	const [year = '', month = '01', day = '01'] = date.split('-');
	const whole = `${year}-${month}-${day}`;
	return new Date(`${whole}T00:00:00Z`).toJSON()?.slice(0, 10) === whole ? date : undefined;
}
