import type { Line } from './messages.ts';
import { PORT_EVENT } from './port-event.ts';

/** A line to a search of its own, and how to end it. */
export interface Connection {
	line: Line;
	end(): void;
}

/**
 * Starts the search in a worker; where that is refused, in the page itself. Rejects when its code cannot be had.
 * @param file address of worker.ts as it was built
 */
export function connect(file: string): Promise<Connection> {
	return inWorker(file).catch(() => inPage(file));
}

function inWorker(file: string): Promise<Connection> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(file, { type: 'module' });
		worker.onerror = reject;
		// The first thing that it says is that it is there.
		worker.onmessage = () => resolve({ line: worker, end: () => worker.terminate() });
	});
}

async function inPage(file: string): Promise<Connection> {
	await import(/* @vite-ignore */ file);
	const { port1, port2 } = new MessageChannel();
	const here = new Promise((resolve) => (port1.onmessage = resolve));
	dispatchEvent(new CustomEvent(PORT_EVENT, { detail: port2 }));
	await here;
	return { line: port1, end: () => port1.close() };
}
