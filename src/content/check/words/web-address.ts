import { problemAt, type Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

/** Fields that hold a web address. */
const ADDRESS_FIELDS = ['url', 'website'];

/** What a web address cannot hold, or should not, because it hides where it leads. */
function trick(address: string): string | undefined {
	if (/[\s"'<>\\^`{|}]/.test(address)) return 'a character that no web address holds';
	let url: URL;
	try {
		url = new URL(address);
	} catch {
		return 'no web address at all';
	}
	if (url.username !== '' || url.password !== '') return 'a name before the @, which hides where it leads';
	if (!/^[\x21-\x7e]+$/.test(address.split('/')[2] ?? '') || url.hostname.includes('xn--')) {
		return 'letters in its host that look like others';
	}
	if (/^[\d.]+$|^\[|^localhost$/.test(url.hostname) || !url.hostname.includes('.')) return 'a host without a public name';
	return undefined;
}

/** A web address leads where it seems to lead. */
export const webAddress: Rule = (content) =>
	textsOf(content).flatMap(({ text, path, read }) => {
		if (!ADDRESS_FIELDS.includes(String(path.at(-1))) || text === path.at(-1)) return [];
		const what = trick(text);
		if (what === undefined) return [];
		return problemAt(read, path, {
			level: 'error',
			rule: 'bad-link',
			message: `"${text.slice(0, 60)}" has ${what}`,
			mend: 'Open the page and copy its address from the browser.'
		});
	});
