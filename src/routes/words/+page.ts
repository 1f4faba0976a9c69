import { isGlossary, type Glossary } from '../../data/pages/glossary.ts';
import { directory } from '$lib/offline/directory.ts';
import { fromPage } from '$lib/offline/page-data.ts';
import type { PageLoad } from './$types';

const isPage = (value: unknown): value is { glossary: Glossary } =>
	typeof value === 'object' && value !== null && 'glossary' in value && isGlossary(value.glossary);

export const load: PageLoad = ({ url }) =>
	fromPage(url.pathname, isPage, async () => ({ glossary: await (await directory()).file('glossary', isGlossary) }));
