import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * One direction: content -> src/content -> src/data -> src/lib -> components -> routes. Nothing points back.
 * @param {string} message
 * @param {...string} group
 */
const forbid = (message, ...group) => ({
	'no-restricted-imports': ['error', { patterns: [{ group, message }] }]
});

export default ts.config(
	{
		ignores: [
			'build/',
			'.by-area/',
			'.svelte-kit/',
			'static/',
			'.exports/',
			'src/data/generated/',
			'test-results/',
			'playwright-report/'
		]
	},
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-console': 'error',
			'no-undef': 'off',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			// Addresses are resolved where they are made (find-state.ts, the lists of the header), often not in the tag itself.
			'svelte/no-navigation-without-resolve': 'off',
			// {' '} is how a space at an edge is kept.
			'svelte/no-useless-mustaches': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
			'@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig } }
	},
	{
		files: ['src/data/**'],
		rules: forbid(
			'src/data is the contract: it stands on nothing but itself.',
			'**/content/**',
			'**/lib/**',
			'$lib/**',
			'**/cli/**'
		)
	},
	{
		files: ['src/content/**'],
		ignores: ['**/*.test.ts'],
		rules: forbid(
			'src/content may use src/data and the pure src/lib only.',
			'$lib/**',
			'$app/**',
			'**/components/**',
			'**/routes/**',
			'**/cli/**'
		)
	},
	{
		files: ['src/lib/**'],
		ignores: ['**/*.test.ts'],
		rules: forbid(
			'src/lib reads compiled data, never content, and knows no route.',
			'**/content/**',
			'**/routes/**',
			'**/cli/**'
		)
	},
	{
		files: [
			'src/lib/{directory,pathway,pathway-pages,alcohol-check,system-map,leaflet,schedule,place,plan,share,structured-data,professionals,corrections}/**'
		],
		ignores: ['**/*.test.ts'],
		rules: forbid(
			'This folder is pure: no DOM, Svelte, Kit, fetch or Node.',
			'svelte',
			'svelte/**',
			'$app/**',
			'$lib/**',
			'node:*',
			'**/components/**',
			'**/offline/**',
			'**/content/**',
			'**/cli/**'
		)
	},
	{
		files: ['tests/**/*.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector: "CallExpression[callee.name='expect'] CallExpression[callee.property.name='url']",
					message: 'A page may be on its way: await expect(page).toHaveURL(…) waits for it.'
				},
				{
					selector: "CallExpression[callee.property.name='waitForFunction'] > ArrowFunctionExpression[async=true]",
					message: 'waitForFunction takes a promise for true and does not wait: await expect.poll(…) does.'
				},
				{
					selector:
						"CallExpression[callee.name='expect'] > AwaitExpression > CallExpression[callee.property.name=/^(textContent|innerText|inputValue|getAttribute|isVisible|isChecked|isEnabled)$/]",
					message:
						'This looks once, before the screen has changed: await expect(locator).toHaveText(…) and the like wait.'
				}
			]
		}
	},
	{
		files: ['src/lib/components/**', 'src/routes/**'],
		rules: forbid('Screens read compiled data, never content.', '**/src/content/**', '**/cli/**', 'node:*')
	}
);
