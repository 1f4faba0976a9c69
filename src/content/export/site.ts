/**
 * The address of the site for files that must name it (sitemap, OpenAPI), from the environment variable SITE_URL:
 * https (or http on this computer), without the slash at its end. Undefined when it is not set: then what cannot be
 * said without it is left out.
 * @throws when it is set and is no such address
 */
export function siteAddress(given: string | undefined): string | undefined {
	if (given === undefined || given === '') return undefined;
	const url = URL.canParse(given) ? new URL(given) : undefined;
	const isWeb = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === 'localhost');
	if (!url || !isWeb || url.search || url.hash || url.username) {
		throw new Error(`SITE_URL is "${given}": it must be the address of the site, such as https://example.org/help`);
	}
	return url.href.replace(/\/+$/, '');
}
