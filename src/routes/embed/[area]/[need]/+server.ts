import { base } from '$app/paths';
import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import EmbedList from '$lib/components/embed/EmbedList.svelte';
import css from '$lib/components/embed/embed.css?raw';
import { loadAreaPage } from '$lib/directory/pages/area-page.ts';
import { termLabel } from '$lib/directory/service/labels.ts';
import { directory } from '$lib/offline/directory.ts';
import type { EntryGenerator, RequestHandler } from './$types';

/**
 * `/embed/<area>/<need>/`: a list that another site shows in a frame. It is no page of the app: no script, no layout, its
 * own small style, and a policy that allows nothing else. Hosts let these pages alone be framed (deploy/README.md).
 */
export const prerender = true;
export const trailingSlash = 'always';

/** Every area with every kind of help that it has. */
export const entries: EntryGenerator = async () => {
	const store = await directory();
	const pages = await Promise.all((await store.areas()).map(({ id }) => loadAreaPage(store, id)));
	return pages.flatMap((page) => (page ? page.byNeed.map(({ term }) => ({ area: page.area.id, need: term })) : []));
};

export const GET: RequestHandler = async ({ params }) => {
	const page = await loadAreaPage(await directory(), params.area);
	const need = page?.byNeed.find(({ term }) => term === params.need);
	if (!page || !need) return error(404, 'There is no list at this address.');
	const name = termLabel(need.term);
	const { body } = render(EmbedList, {
		props: { area: page.area.name, need: name, frontDoors: page.frontDoors, cards: need.cards, base }
	});
	const policy = `default-src 'none'; style-src 'sha256-${await sha256(css)}'; base-uri 'none'; form-action 'none'`;
	const html = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Fingerpost</title>
<style>${css}</style>
</head>
<body>
${body}
</body>
</html>
`;
	// Exactly this type: with a charset Kit takes it for a file and not for a page. The page names its own.
	return new Response(html, { headers: { 'content-type': 'text/html' } });
};

async function sha256(text: string): Promise<string> {
	const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return btoa(String.fromCharCode(...new Uint8Array(hash)));
}
