import { readAreaNames, type ListedArea } from '$lib/by-area/area-names.ts';
import { directory } from '$lib/offline/directory.ts';
import { fromPage } from '$lib/offline/page-data.ts';
import type { PageLoad } from './$types';

const isPage = (value: unknown): value is { areas: ListedArea[] } =>
	typeof value === 'object' && value !== null && 'areas' in value && Array.isArray(value.areas);

export const load: PageLoad = ({ url }) =>
	fromPage(url.pathname, isPage, async () => ({ areas: await readAreaNames(await directory()) }));
