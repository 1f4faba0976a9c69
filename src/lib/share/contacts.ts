import { dialDigits } from '../directory/service/first-step.ts';
import { contentLines, escapeText } from './content-lines.ts';
import type { SharedService } from './facts.ts';

/** Name of the file: it tells nothing. */
export const CONTACTS_FILE = 'contacts.vcf';

/**
 * Services as contact cards (vCard 4.0, RFC 6350) for a phone's address book, those with a number only.
 * @param discreet true to leave out names, addresses and websites: "Number 1" with its number, and nothing else
 */
export function contactCards(services: readonly SharedService[], discreet: boolean): string {
	const reachable = services.filter(({ phone, textLine }) => phone || textLine);
	return contentLines(reachable.flatMap((service, i) => card(service, discreet ? `Number ${i + 1}` : undefined)));
}

function card(service: SharedService, otherName: string | undefined): string[] {
	const { phone, phoneNote, textLine, web, places } = service;
	const open = otherName === undefined;
	return [
		'BEGIN:VCARD',
		'VERSION:4.0',
		`FN:${escapeText(otherName ?? service.name)}`,
		...(open ? ['KIND:org', `ORG:${escapeText(service.name)}`] : []),
		...(phone ? [`TEL;VALUE=uri;TYPE="voice,work":tel:${dialDigits(phone)}`] : []),
		...(textLine ? [`TEL;VALUE=uri;TYPE="text,work":tel:${dialDigits(textLine)}`] : []),
		...(open ? places.map((place) => `ADR;TYPE=work:;;${escapeText(place)};;;;`) : []),
		...(open && web ? [`URL:${web}`] : []),
		...(phoneNote ? [`NOTE:${escapeText(phoneNote)}`] : []),
		'END:VCARD'
	];
}
