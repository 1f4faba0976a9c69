import type { Assurance } from '../../data/terms.ts';
import { assuredOf } from '../check/parts.ts';
import type { ReadService } from '../read/index.ts';
import { setInYaml } from '../write/edit-yaml.ts';
import { fieldName } from './due.ts';

/** How people say that they checked, and how records say it. */
export const WAYS: Readonly<Record<string, Assurance>> = {
	phone: 'phone',
	email: 'email',
	visit: 'visit',
	web: 'own-page'
};

/** What people call the parts of a record. */
const CALLED: Readonly<Record<string, RegExp>> = {
	phone: /(^|\.)phones\[\d+\]$/,
	email: /^emails\[\d+\]$/,
	web: /^urls\[\d+\]$/,
	address: /^locations\[\d+\]$/,
	hours: /(^|\.)schedules\[\d+\]$/,
	all: /./
};
export const FIELDS = Object.keys(CALLED);

/** Parts of a record that a check may be recorded for. */
export const partsOf = ({ record }: ReadService): string[] => assuredOf(record).map(({ path }) => fieldName(path));

/**
 * The text of a record with a check recorded: comments, order and every other value as they were.
 * @param field phone, email, web, address, hours, all, or one part such as `phones[1]`
 * @returns the text and the parts that were checked: none when the record has no such part
 * @throws when the text cannot carry it
 */
export function assuredText(
	text: string,
	service: ReadService,
	field: string,
	check: { date: string; how: Assurance; by: string }
): { text: string; parts: string[] } {
	const pattern = CALLED[field];
	const parts = assuredOf(service.record).filter(({ path }) =>
		pattern ? pattern.test(fieldName(path)) : fieldName(path) === field
	);
	return {
		text: parts.reduce((changed, { path }) => setInYaml(changed, [...path, 'assured'], check), text),
		parts: parts.map(({ path }) => fieldName(path))
	};
}
