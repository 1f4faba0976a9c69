import type { Pathways } from '../../../data/pathway.ts';
import { readPathways } from '$lib/pathway/read.ts';
import { directory } from '$lib/offline/directory.ts';

/** The graph of questions and plans on this device. Holds nothing that a person answers. */
class PathwayData {
	#graph = $state.raw<Pathways>();

	/** Undefined until it is there. */
	get graph(): Pathways | undefined {
		return this.#graph;
	}

	/** Gets it, from the device or the origin. Gives undefined when neither has it; may be called again. */
	async load(): Promise<Pathways | undefined> {
		this.#graph ??= await readPathways(await directory()).catch(() => undefined);
		return this.#graph;
	}
}

export const pathway = new PathwayData();
