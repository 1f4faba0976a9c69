import { isPathwayGraph, type PathwayGraph, type Pathways } from '../../data/pathway.ts';
import { isSafetyNotes } from '../../data/pages/safety.ts';

/** What is needed of the data: `DataStore` has it. */
interface FileSource {
	file<T>(role: string, guard: (value: unknown) => value is T): Promise<T>;
}

const known = new WeakMap<PathwayGraph, Pathways>();

/**
 * The graph with the safety notes that its plans show. Gives the same object as long as the data is the same.
 * @throws when either cannot be had: no plan may be shown without its notes
 */
export async function readPathways(source: FileSource): Promise<Pathways> {
	const [graph, notes] = await Promise.all([
		source.file('pathways', isPathwayGraph),
		source.file('safety', isSafetyNotes)
	]);
	const last = known.get(graph);
	if (last?.notes === notes) return last;
	const pathways = { ...graph, notes };
	known.set(graph, pathways);
	return pathways;
}
