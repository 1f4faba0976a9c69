import type { Content } from '../read/index.ts';
import type { Fault } from './fault.ts';

/** Where the parts of the graph stand in the files of content/pathways/. */

interface Place {
	file: string;
	line: number;
}

const LISTS = ['questions', 'branches', 'outcomes'] as const;
const SINGLE = ['start', 'emergency', 'voices'] as const;

/** Every id of the graph with each place where it is written. */
function places(content: Pick<Content, 'pathwayFiles'>): Map<string, Place[]> {
	const found = new Map<string, Place[]>();
	const add = (id: string, place: Place) => found.set(id, [...(found.get(id) ?? []), place]);
	for (const { record, file, at } of content.pathwayFiles) {
		for (const list of LISTS) {
			(record[list] ?? []).forEach(({ id }, index) => add(id, { file, line: at([list, index, 'id']).line }));
		}
		for (const key of SINGLE) if (record[key] !== undefined) add(key, { file, line: at([key]).line });
		for (const id of Object.keys(record.moved ?? {})) add(id, { file, line: at(['moved', id]).line });
		(record.journeys ?? []).forEach(({ who }, index) => add(who, { file, line: at(['journeys', index]).line }));
	}
	return found;
}

const name = ({ file, line }: Place) => `${file}:${line}`;

/** `file:line` of the part of the graph that a fault is about. */
export function placer(content: Pick<Content, 'pathwayFiles'>): (at: string) => string {
	const found = places(content);
	return (at) => {
		const [first] = found.get(at) ?? [];
		return first ? name(first) : 'content/pathways';
	};
}

/** Ids that stand twice, and what must stand once: start, emergency and voices. */
export function writtenOnce(content: Pick<Content, 'pathwayFiles'>): Fault[] {
	const found = places(content);
	const twice = [...found]
		.filter(([, all]) => all.length > 1)
		.map(([at, all]) => ({ rule: 'written-twice', at, message: `stands more than once: ${all.map(name).join(', ')}` }));
	const missing = SINGLE.filter((key) => !found.has(key)).map((at) => ({ rule: 'reference', at, message: 'stands in no file' }));
	return [...twice, ...missing];
}
