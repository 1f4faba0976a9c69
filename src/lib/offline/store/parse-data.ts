import { isFolded, unfold } from '../../../data/files/folded.ts';
import { isPharmacyRows, unpackPharmacies } from '../../../data/files/pharmacy-rows.ts';
import { parseJson } from './parse-json.ts';

/** What a data file holds, however it travels. Gives undefined for a text that is nothing of ours. */
export function parseData(text: string | undefined): unknown {
	const value = parseJson(text);
	try {
		if (isPharmacyRows(value)) return unpackPharmacies(value);
		return isFolded(value) ? unfold(value) : value;
	} catch {
		return undefined;
	}
}
