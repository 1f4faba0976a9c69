import type { Handle } from '@sveltejs/kit';
import { isHolidays } from './data/guards.ts';
import { loadServicePage } from '$lib/directory/pages/service-page.ts';
import { directory } from '$lib/offline/directory.ts';
import { jsonLdBlock } from '$lib/structured-data/block.ts';
import { serviceGraph } from '$lib/structured-data/service.ts';

/** Adds to each service's page what it says for search engines. Only the build runs this: no phone loads its code. */
export const handle: Handle = async ({ event, resolve }) => {
	const block = event.route.id === '/services/[id]' ? await serviceBlock(event.params.id ?? '') : undefined;
	if (block === undefined) return resolve(event);
	return resolve(event, { transformPageChunk: ({ html }) => html.replace('</head>', () => `${block}</head>`) });
};

async function serviceBlock(id: string): Promise<string | undefined> {
	const store = await directory();
	const page = await loadServicePage(store, id);
	if (page?.kind !== 'service') return undefined;
	return jsonLdBlock(serviceGraph(page, await store.file('holidays', isHolidays)));
}
