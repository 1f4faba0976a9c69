import { defineConfig } from 'html-validate';

/** Rules for the built pages: all that html-validate recommends, but for those that do not fit what a compiler writes. */
export default defineConfig({
	root: true,
	extends: ['html-validate:recommended'],
	rules: {
		// Svelte writes <meta/>, hidden="" and its own spaces, and Kit a lower-case doctype: all are valid HTML, and nobody
		// reads them. These rules are for people who write HTML by hand.
		'void-style': 'off',
		'attribute-empty-style': 'off',
		'no-trailing-whitespace': 'off',
		'doctype-style': 'off',
		// Svelte writes checked="" for a radio button that is chosen from the start: valid too.
		'attribute-boolean-style': 'off',
		// Any id without a space is valid. Those of places on a page are what stands after the # (journey=drink&stage=detox), so
		// that the browser finds them without a script.
		'valid-id': ['error', { relaxed: true }],
		// Numbers are kept on one line by a style (white-space: nowrap), so that copying one gives plain spaces.
		'tel-non-breaking': 'off',
		// Pages bear the names that services give themselves, and some are long.
		'long-title': ['error', { maxlength: 120 }]
	}
});
