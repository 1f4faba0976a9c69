import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as v from 'valibot';
import { CouncilRow, ExceptionRow, PlaceNameRow, SectorRow, ServicePostcodeRow } from '../schema/places/places.ts';
import { parseCsv } from './csv.ts';

/** The tables of content/places as checked rows, in their order. */
export interface PlaceTables {
	councils: v.InferOutput<typeof CouncilRow>[];
	sectors: v.InferOutput<typeof SectorRow>[];
	exceptions: v.InferOutput<typeof ExceptionRow>[];
	servicePostcodes: v.InferOutput<typeof ServicePostcodeRow>[];
	names: v.InferOutput<typeof PlaceNameRow>[];
}

/**
 * Reads the tables of content/places.
 * @param root the project folder, which holds content/
 * @throws when a table is missing or a line of it is wrong, with its file and line
 */
export function readPlaceTables(root: string): PlaceTables {
	const table = <Schema extends v.GenericSchema>(name: string, schema: Schema) => {
		const file = `content/places/${name}.csv`;
		return parseCsv(file, readFileSync(join(root, file), 'utf8'), schema);
	};
	return {
		councils: table('councils', CouncilRow),
		sectors: table('postcode-sectors', SectorRow),
		exceptions: table('postcode-exceptions', ExceptionRow),
		servicePostcodes: table('service-postcodes', ServicePostcodeRow),
		names: table('names', PlaceNameRow)
	};
}
