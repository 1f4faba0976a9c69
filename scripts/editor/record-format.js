/**
 * Between a record as its file has it and as the editing page can show it: sources, a map in the file, are a list there,
 * and service_areas is always a list. Runs in the browser of the editor; tested in Node.
 */

const ENGLAND = 'england';

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isGroup = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A record for the form.
 * @param {unknown} record
 */
export function toForm(record) {
	if (!isGroup(record)) return {};
	const { sources, service_areas: areas } = record;
	return {
		...record,
		...(isGroup(sources) && {
			sources: Object.entries(sources).map(([name, source]) => ({ name, ...(isGroup(source) ? source : {}) }))
		}),
		...(areas === ENGLAND && { service_areas: [ENGLAND] })
	};
}

/**
 * What the form gave, as a record: empty fields left out.
 * @param {unknown} form
 */
export function fromForm(form) {
	const record = withoutEmpty(form);
	if (!isGroup(record)) return {};
	const { sources, service_areas: areas } = record;
	return {
		...record,
		// These may be empty, and then say that nothing is known.
		eligibility: record['eligibility'] ?? {},
		access: { ways: [], referral: [], ...(isGroup(record['access']) ? record['access'] : {}) },
		taxonomy_terms: record['taxonomy_terms'] ?? [],
		...(Array.isArray(sources) && {
			sources: Object.fromEntries(sources.filter(isGroup).map(({ name, ...source }) => [String(name), source]))
		}),
		...(Array.isArray(areas) && { service_areas: areas.includes(ENGLAND) ? ENGLAND : areas })
	};
}

/** @param {unknown} value @returns {unknown} */
function withoutEmpty(value) {
	if (value === '' || value === null || value === false) return undefined;
	if (Array.isArray(value)) {
		const kept = value.map(withoutEmpty).filter((each) => each !== undefined);
		return kept.length > 0 ? kept : undefined;
	}
	if (!isGroup(value)) return value;
	const kept = Object.entries(value).flatMap(([name, each]) => {
		const inner = withoutEmpty(each);
		return inner === undefined ? [] : [[name, inner]];
	});
	return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
