/**
 * Lines of contact cards and calendars: both are written the same way (RFC 6350 section 3, RFC 5545 section 3.1):
 * `NAME;PARAM=x:value`, folded so that no line is longer than 75 bytes, each with CRLF at its end.
 */
const MOST_BYTES = 75;

/** A text as a value: what would end the value or the line is escaped. Control characters are left out. */
export function escapeText(text: string): string {
	return text
		.replace(/[\\;,]/g, (each) => `\\${each}`)
		.replace(/\r\n?|\n/g, '\\n')
		.replace(/\p{Cc}/gu, '');
}

/** Lines as one file. */
export function contentLines(lines: readonly string[]): string {
	return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** Breaks a line where it has 75 bytes of UTF-8; what follows begins with a space. No letter is broken. */
function fold(line: string): string {
	const encoder = new TextEncoder();
	let folded = '';
	let bytes = 0;
	for (const letter of line) {
		const size = encoder.encode(letter).length;
		if (bytes + size > MOST_BYTES) {
			folded += '\r\n ';
			bytes = 1;
		}
		folded += letter;
		bytes += size;
	}
	return folded;
}
