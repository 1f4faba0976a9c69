import { doubtFrom } from './address.ts';
import { MOST_RIGHT, type Correction } from './message.ts';

/** More than a person writes before they can send them: what is beyond is neither kept nor read. */
export const MOST_KEPT = 20;
/** Letters of a kept message at most, about; what is longer is not read. */
const MOST_LETTERS = 4000;
const LIMITS = { name: 300, label: 40, shown: 1000, version: 80, right: MOST_RIGHT };

/** Messages as text to keep on the device: one a line, as JSON. */
export function toText(kept: readonly Correction[]): string {
	return kept
		.slice(-MOST_KEPT)
		.map((each) => JSON.stringify(each))
		.join('\n');
}

/** Messages from a text that was kept, whatever became of it: what cannot be read is left out, what is too long is cut. */
export function correctionsFrom(text: string): Correction[] {
	return text
		.slice(0, MOST_KEPT * MOST_LETTERS)
		.split('\n', MOST_KEPT)
		.flatMap((line) => correctionFrom(line) ?? []);
}

function correctionFrom(line: string): Correction | undefined {
	try {
		const value: unknown = JSON.parse(line);
		if (typeof value !== 'object' || value === null) return undefined;
		const part = (key: keyof Correction): unknown => Reflect.get(value, key);
		const words = (key: keyof typeof LIMITS) => String(part(key) ?? '').slice(0, LIMITS[key]);
		const doubt = doubtFrom(part('record'), part('field'));
		return (
			doubt && {
				...doubt,
				name: words('name'),
				label: words('label'),
				shown: words('shown'),
				version: words('version'),
				right: words('right')
			}
		);
	} catch {
		return undefined;
	}
}

/** True when both are about the same fact. */
export function sameFact(a: Pick<Correction, 'record' | 'field'>, b: Pick<Correction, 'record' | 'field'>): boolean {
	return a.record === b.record && a.field === b.field;
}
