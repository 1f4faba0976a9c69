import { directory } from './directory.ts';
import { KEEP_TOOLS } from './worker/tool-pages.ts';

/**
 * Pages for work (professionals, leaflets, open data) are kept on this device once one of them is opened: a person who
 * seeks help does not pay for them. Asks the service worker for their code, and the directory for what they read.
 */
export async function keepTools(): Promise<void> {
	try {
		(await navigator.serviceWorker?.ready)?.active?.postMessage({ type: KEEP_TOOLS });
		await (await directory()).keepTools();
	} catch {
		// No room, no network, no service worker: they work while there is a connection.
	}
}
