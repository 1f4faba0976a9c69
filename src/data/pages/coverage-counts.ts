/**
 * What is counted of help in each area, as it travels (data file `coverage`): numbers alone, since names, words and lines for all of
 * England are on the device already. `src/content/stewardship/gaps.ts` counts, `src/lib/coverage` makes the table of it.
 */
export interface CoverageCounts {
	/** What counts as near, in a straight line. */
	miles: number;
	areas: AreaCounts[];
}

export interface AreaCounts {
	id: string;
	/** By need (`COVERAGE_NEEDS`) and age (`COVERAGE_AGES`). */
	cells: CellCounts[][];
	/** By council, in the order of the area: its postcodes, then the places near its middle for each of `TOWN_NEEDS`. */
	towns: number[][];
}

/** Empty where there is no service; else services, confirmed, contactable, out of hours, and near (-1 where no door is known). */
export type CellCounts = readonly number[];
