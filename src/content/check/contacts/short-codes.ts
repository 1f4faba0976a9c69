/** Short numbers that work from any phone in England; none of them has the form of an ordinary number. */
export const SHORT_CODES: ReadonlyMap<string, string> = new Map([
	['999', 'emergency services'],
	['112', 'emergency services'],
	['18000', 'emergency services by Relay UK text'],
	['101', 'police'],
	['105', 'power cut'],
	['111', 'NHS'],
	['119', 'NHS'],
	['116000', 'missing people'],
	['116006', 'victims of crime'],
	['116111', 'children'],
	['116117', 'doctor out of hours'],
	['116123', 'Samaritans']
]);

/** Short numbers to which people send a text: five digits beginning with 6, 7 or 8 (Ofcom numbering plan). */
export const TEXT_SHORT_CODE = /^[678]\d{4}$/;

/** The digits of a number as people write it, as dialled in the UK: +44 and 0044 become 0. */
export function ukDigits(number: string): string {
	const plain = number.normalize('NFKC').replaceAll(/\(0\)/g, '');
	const digits = plain.replaceAll(/\D/g, '');
	if (plain.trim().startsWith('+44')) return `0${digits.slice(2)}`;
	return digits.startsWith('0044') ? `0${digits.slice(4)}` : digits;
}
