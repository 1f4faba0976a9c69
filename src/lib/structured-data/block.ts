/**
 * JSON-LD as a block of HTML. It is data, and no browser runs it; `<` is escaped, so that no text in it can end the
 * block or begin a tag.
 */
export function jsonLdBlock(value: object): string {
	return `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;
}
