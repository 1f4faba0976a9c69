import { isEmergencyCards } from '../../data/pages/emergency.ts';
import { directory } from '$lib/offline/directory.ts';
import type { PageLoad } from './$types';

/** This page must work with nothing but its own HTML: no script runs on it. */
export const csr = false;

export const load: PageLoad = async () => ({ cards: await (await directory()).file('emergency', isEmergencyCards) });
