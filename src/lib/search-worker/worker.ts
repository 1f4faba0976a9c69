import { serve } from './serve.ts';
import { PORT_EVENT } from './port-event.ts';

/*
 * The search, in a thread of its own: making its index takes a phone a second or two, and nothing else waits for it. Where a
 * browser refuses workers, the page imports this same file and hands it the end of a line (connect.ts).
 */
if ('document' in globalThis)
	addEventListener(PORT_EVENT, (event) => {
		if (event instanceof CustomEvent && event.detail instanceof MessagePort) serve(event.detail);
	});
else serve(self);
