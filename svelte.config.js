import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { fillPrecache } from './scripts/fill-precache.js';
import { fillShell } from './scripts/fill-shell.js';
import { isExport, writePublic } from './scripts/write-public.js';

const site = adapter({ fallback: 'shell.html', precompress: false });

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		// The shell is filled first: the service worker's list has the hash of every file as it stands in build/.
		adapter: {
			...site,
			async adapt(builder) {
				await site.adapt(builder);
				const base = process.env.BASE_PATH ?? '';
				await writePublic('build', builder.prerendered.paths, base, process.env.SITE_URL);
				await fillShell('build', base);
				await fillPrecache('build', base);
			}
		},
		paths: { base: /** @type {'' | `/${string}`} */ (process.env.BASE_PATH ?? '') },
		// A constant name keeps unchanged pages byte for byte the same between builds (findings/technical.md §2).
		version: { name: 'fingerpost' },
		serviceWorker: { register: false },
		prerender: {
			// Links to open data, which stands there once the site is built (scripts/write-public.js).
			handleHttpError({ path, message }) {
				if (!isExport(path.slice((process.env.BASE_PATH ?? '').length))) throw new Error(message);
			},
			handleUnseenRoutes: 'fail',
			// What is asked stands after the # as key=value: that is no place on the page.
			handleMissingId({ id, message }) {
				if (!id.includes('=')) throw new Error(message);
			}
		},
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				// Kit's route announcer carries this one inline style, allowed by its hash.
				'style-src': ['self', 'unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['self'],
				// Without a script the search form opens the page of areas; it sends nothing.
				'form-action': ['self']
			}
		}
	}
};
