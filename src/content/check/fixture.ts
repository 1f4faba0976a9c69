import { stringify } from 'yaml';
import { readTexts, type Problem } from '../read/index.ts';
import { checkContent } from './index.ts';
import type { Given } from './rule.ts';

/** For tests: a small content in memory in which nothing is wrong, to be broken in one place at a time. */

type Fields = Record<string, unknown>;

const provenance = { sources: ['own-page'], assured: { date: '2026-03', how: 'own-page' } };

/** What a contact in a test carries. */
export const seen = provenance;

/** The YAML of a service record with nothing wrong; `fields` replace its own, and undefined takes one out. */
export function validService(fields: Fields = {}): string {
	const record: Fields = {
		id: 'well-street-hub',
		name: 'Well Street Hub',
		organization: 'well-trust',
		listing: 'listed',
		facts: [{ file: 'essex.yaml', name: 'Well Street Hub' }],
		taxonomy_terms: ['treatment'],
		description: 'You can talk to a worker about drugs or drink. They help you make a plan.',
		eligibility: {},
		service_areas: ['harlow'],
		access: { ways: ['phone'], referral: ['self'] },
		phones: [{ number: '01245 284772', ...provenance }],
		sources: { 'own-page': { url: 'https://example.org/hub', page_date: '2026-03', supports: 'phone', seen: '2026-11-21' } },
		...fields
	};
	return stringify(Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)), { lineWidth: 0 });
}

/** The YAML of an area with nothing wrong. */
export function validArea(fields: Fields = {}): string {
	return stringify({
		id: 'essex',
		name: 'Essex',
		councils: [{ id: 'harlow', name: 'Harlow', upper_tier: 'Essex' }],
		about: 'One service takes the first call.',
		front_doors: [{ service: 'well-street-hub', for: 'adults' }],
		missing: [],
		...fields
	});
}

export const SERVICE_FILE = 'content/areas/essex/services/well-street-hub.yaml';
export const AREA_FILE = 'content/areas/essex/area.yaml';
const ORGANIZATION_FILE = 'content/areas/essex/organizations.yaml';

/** Texts of a content in which nothing is wrong but what `texts` puts in place of its files. */
export function contentTexts(texts: Record<string, string> = {}): Map<string, string> {
	return new Map(
		Object.entries({
			[AREA_FILE]: validArea(),
			[ORGANIZATION_FILE]: stringify({ organizations: [{ id: 'well-trust', name: 'The Well Trust' }] }),
			[SERVICE_FILE]: validService(),
			...texts
		})
	);
}

/** Areas and journeys that a small content does not have are not what a test is about. */
const isOtherArea = ({ file, rule }: Problem) =>
	rule === 'missing-journeys' || (rule === 'missing-record' && file.endsWith('/area.yaml') && file !== AREA_FILE);

/** The problems of a content, as lines: `file:line:column level rule message — mend`, the file without its folders. */
export function problemLines(texts: Record<string, string>, given: Partial<Given> = {}): string[] {
	const content = readTexts(contentTexts(texts));
	return checkContent(content, { made: '2026-11-21', ...given })
		.filter((problem) => !isOtherArea(problem))
		.map(
			({ file, line, column, level, rule, message, mend }) =>
				`${file.slice(file.lastIndexOf('/') + 1)}:${line}:${column} ${level} ${rule} ${message} — ${mend}`
		);
}

/** The problems of the one service with some fields replaced. */
export function serviceProblems(fields: Fields, given: Partial<Given> = {}): string[] {
	return problemLines({ [SERVICE_FILE]: validService(fields) }, given);
}
