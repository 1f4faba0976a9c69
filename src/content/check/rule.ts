import { PUBLISHED } from '../../data/terms.ts';
import type { ServiceRecord } from '../schema/service.ts';
import type { Content, Path, Problem, Read } from '../read/index.ts';

/** A fact that the content was made from. */
export interface Fact {
	/** Its file, such as essex.yaml. */
	file: string;
	/** Its name in that file. */
	name: string;
	/** What it states: its values, parted by bars, without its doubts and what it calls unverified. */
	text: string;
}

/** What an import brought names its feed in place of a fact file: `feeds/<name of the feed>`. */
export const FEEDS = 'feeds/';

/** What a rule may need besides the content itself. All of it is passed in: rules read no disk and no clock. */
export interface Given {
	/** The content's day, YYYY-MM-DD: ages of facts are counted from it. */
	made: string;
	/** Every postcode sector of the areas (`CM2 0`), when the place tables are at hand. */
	sectors?: ReadonlySet<string>;
	/** Every council with its area, when the place tables are at hand. */
	councils?: readonly { id: string; area: string }[];
	/** Every fact that the content must account for, when the fact files are at hand. */
	facts?: readonly Fact[];
}

/** A rule: looks at all content and says everything that breaks it. Pure; never throws on content that fits the schema. */
export type Rule = (content: Content, given: Given) => Problem[];

/** A problem at a part of a record. */
export function problemAt(
	read: Pick<Read<unknown>, 'file' | 'at'>,
	path: Path,
	found: Pick<Problem, 'level' | 'rule' | 'message' | 'mend'>
): Problem {
	return { ...found, file: read.file, ...read.at(path) };
}

const published: readonly string[] = PUBLISHED;

/** Whether people see the record. */
export function isPublished(record: Pick<ServiceRecord, 'listing'>): boolean {
	return published.includes(record.listing);
}

/** Whether the record stands for something that is, or may be, there: not closed and not superseded. */
export function isLive(record: Pick<ServiceRecord, 'listing'>): boolean {
	return record.listing !== 'closed' && record.listing !== 'superseded';
}

/** `file:line` of a record, for messages that point to another one. */
export function placeOf(read: Pick<Read<unknown>, 'file' | 'at'>, path: Path = []): string {
	return `${read.file}:${read.at(path).line}`;
}
