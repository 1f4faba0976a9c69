import { isAreas } from '../../data/guards.ts';
import type { AreaInfo } from '../../data/record.ts';
import { directory } from '$lib/offline/directory.ts';
import { fromPage } from '$lib/offline/page-data.ts';
import type { PageLoad } from './$types';

const isPage = (value: unknown): value is { areas: AreaInfo[] } =>
	typeof value === 'object' && value !== null && 'areas' in value && isAreas(value.areas);

export const load: PageLoad = ({ url }) =>
	fromPage(url.pathname, isPage, async () => ({ areas: await (await directory()).areas() }));
