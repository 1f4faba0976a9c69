import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { AREA_FILE, contentTexts, problemLines, seen, SERVICE_FILE, serviceProblems, validService } from '../check/fixture.ts';
import { readTexts } from './index.ts';

const lines = (text: string) => problemLines({ [SERVICE_FILE]: text });

describe('reading content', () => {
	test('good content has no problem', () => {
		expect(problemLines({})).toEqual([]);
	});

	test('gives records with their area, file and the place of each field', () => {
		const { services, areas, organizations } = readTexts(contentTexts());
		expect(services.map(({ record, area }) => [record.id, area])).toEqual([['well-street-hub', 'essex']]);
		expect(services[0]?.at(['phones', 0, 'number'])).toEqual({ line: 20, column: 13 });
		expect(areas.map(({ record }) => record.id)).toEqual(['essex']);
		expect(organizations.map(({ record }) => record.id)).toEqual(['well-trust']);
	});

	test('a file that is no YAML', () => {
		expect(lines('id: [a')).toEqual([
			'well-street-hub.yaml:1:7 error yaml Flow sequence in block collection must be sufficiently indented and end with a ] — Look at the indent, the colon and the quotes here and just above.'
		]);
	});

	test('a field that stands twice', () => {
		expect(lines('id: a\nid: b')).toEqual([
			'well-street-hub.yaml:2:1 error yaml Map keys must be unique — Look at the indent, the colon and the quotes here and just above.'
		]);
	});

	test('an empty file', () => {
		expect(lines('# nothing\n')).toEqual(['well-street-hub.yaml:1:1 error empty-file the file is empty — Fill it in or delete it.']);
	});

	test('a file that nothing reads', () => {
		expect(problemLines({ 'content/areas/essex/servces/a.yaml': 'id: a' })).toEqual([
			'a.yaml:1:1 error unknown-file no kind of content file stands here, so nothing reads this one — Move or rename it: services/<id>.yaml, area.yaml, organizations.yaml, pharmacies.yaml. See src/content/read/kinds.ts.'
		]);
	});

	test('a bomb of anchors is refused, not expanded', () => {
		const levels = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`);
		expect(lines(['a0: &a0 [x]', ...levels].join('\n'))[0]).toContain('error yaml this cannot be read: Excessive alias count');
	});

	test('a file of more than a megabyte is refused', () => {
		expect(lines(`# ${'x'.repeat(1_000_001)}`)).toEqual([
			'well-street-hub.yaml:1:1 error yaml the file is longer than 1000000 characters — Split it into several files.'
		]);
	});

	test('several services in one file', () => {
		const service = (): unknown => parse(validService());
		const file = 'content/areas/essex/services/several.yaml';
		const { services } = readTexts(new Map([[file, stringify({ services: [service(), service()] })]]));
		expect(services.map(({ at }) => at(['id']).line)).toEqual([2, 33]);
	});
});

describe('what does not fit the schema', () => {
	test('an unknown field, with the nearest right name', () => {
		expect(serviceProblems({ lsting_reason: 'Ring first.' })[0]).toMatch(
			/^well-street-hub.yaml:32:1 error unknown-field there is no field "lsting_reason" here — Did you mean "listing_reason"\? Fields here: id, name, /
		);
		expect(serviceProblems({ phones: [{ number: '01245 284772', houres: '24/7', ...seen }] })).toEqual([
			'well-street-hub.yaml:21:5 error unknown-field there is no field "houres" here — Did you mean "hours"? Fields here: number, kind, label, instruction, hours, sources, assured.'
		]);
	});

	test('names from everyday speech lead to ours', () => {
		expect(serviceProblems({ website: 'https://example.org' })[0]).toContain('Did you mean "urls"?');
		expect(serviceProblems({ locations: [{ city: 'Harlow', postcode: 'CM20 1AA', ...seen }] })[0]).toContain('Did you mean "postal_code"?');
	});

	test('every unknown field is told, not only the first', () => {
		const problems = serviceProblems({ aaa: 1, bbb: 2, eligibility: { ccc: 3 } });
		expect(problems.filter((line) => line.includes('unknown-field'))).toHaveLength(3);
	});

	test('all problems at once, in the order of the file', () => {
		const problems = serviceProblems({ id: 'Well Street', name: '', listing: 'shown', taxonomy_terms: ['treatmnt'], phones: [{}] });
		expect(problems.map((line) => line.replace(/(:| is not| is|) ?—.*/, '').slice(0, 80))).toEqual([
			'well-street-hub.yaml:1:5 error bad-value "id" is "Well Street": it must be lower',
			'well-street-hub.yaml:2:7 error empty-field "name" is empty',
			'well-street-hub.yaml:4:10 error unknown-word "shown" is not one of the words tha',
			'well-street-hub.yaml:9:5 error unknown-term "treatmnt" is not one of the words t',
			'well-street-hub.yaml:20:5 error missing-field "number" is missing',
			'well-street-hub.yaml:20:5 error missing-field "sources" is missing',
			'well-street-hub.yaml:20:5 error missing-field "assured" is missing'
		]);
	});

	test('a term outside the taxonomy', () => {
		expect(serviceProblems({ taxonomy_terms: ['treatment', 'needle-xchange'] })).toEqual([
			'well-street-hub.yaml:10:5 error unknown-term "needle-xchange" is not one of the words that entry 2 of "taxonomy_terms" may hold — Did you mean "needle-exchange"? Allowed: needle-exchange, treatment, young-people, family-support, naloxone, pharmacy, supervised-consumption, detox, rehab, mutual-aid, peer-recovery, outreach, ….'
		]);
	});

	test('no source at all for a phone', () => {
		expect(serviceProblems({ phones: [{ ...seen, number: '01245 284772', sources: [] }] })).toEqual([
			'well-street-hub.yaml:20:5 error empty-field "sources" is empty — Fill it in or leave the field out. Names of sources in this record, for example [council-page].'
		]);
	});

	test('a number that lost its first nought for want of quotes', () => {
		expect(lines(validService().replace('number: 01245 284772', 'number: 01245284772'))).toEqual([
			'well-street-hub.yaml:20:13 error bad-value "number" must be a text and is the number "1245284772" — Put it in quotes. A number without quotes loses its first 0.'
		]);
	});

	test('a name of 40 KB', () => {
		expect(serviceProblems({ name: 'x'.repeat(40_000) })).toEqual([
			'well-street-hub.yaml:2:7 error too-long "name" is 40000 characters long; the most is 100 — Say it in fewer words, or move the rest to another field.'
		]);
	});

	test('a link that is a program', () => {
		expect(serviceProblems({ urls: [{ url: 'javascript:alert(1)', kind: 'website', ...seen }] })).toEqual([
			'well-street-hub.yaml:33:10 error bad-link "url" is "javascript:alert(1)": it must start with https:// or http:// — Change it so that it will start with https:// or http://.'
		]);
		expect(serviceProblems({ urls: [{ url: 'example.org', kind: 'website', ...seen }] })[0]).toBe(
			'well-street-hub.yaml:33:10 error bad-link "example.org" is not a web address — Write it whole, as https://example.org/page.'
		);
	});

	test('neither england nor a list of councils', () => {
		expect(serviceProblems({ service_areas: 'wales' })).toEqual([
			'well-street-hub.yaml:12:16 error bad-value "service_areas" must be "england" or a list and is the text "wales" — Ids of the councils whose residents it serves, or england.'
		]);
	});

	test('a first line that names the wrong schema', () => {
		const modeline = (name: string) => `# yaml-language-server: $schema=../../../../static/schemas/${name}.schema.json\n`;
		expect(lines(modeline('service') + validService())).toEqual([]);
		expect(lines(modeline('area') + validService())).toEqual([
			'well-street-hub.yaml:1:1 warning wrong-schema the first line names the schema "../../../../static/schemas/area.schema.json", which is not that of this file — Write: # yaml-language-server: $schema=../../../../static/schemas/service.schema.json'
		]);
	});

	test('an area that is broken does not make its councils missing', () => {
		expect(problemLines({ [AREA_FILE]: 'id: essex' }).every((line) => line.startsWith('area.yaml:1:1 error missing-field'))).toBe(true);
	});
});

const FIELDS = Object.keys(v.parse(v.looseObject({}), parse(validService())));

describe('whatever stands in a file', { timeout: 30_000 }, () => {
	test('no text makes the reader or the checks throw', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
				expect(() => problemLines({ [SERVICE_FILE]: text, [AREA_FILE]: text })).not.toThrow();
			}),
			{ numRuns: 100 }
		);
	});

	test('no value in any field makes the reader or the checks throw', () => {
		fc.assert(
			fc.property(fc.constantFrom(...FIELDS), fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()), (field, value) => {
				expect(() => serviceProblems({ [field]: value })).not.toThrow();
			}),
			{ numRuns: 100 }
		);
	});

	test('no text in any place of a text makes them throw', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
				const fields = {
					name: text,
					alternate_name: [text],
					description: text,
					phones: [{ ...seen, number: text, hours: text, label: text, instruction: text }],
					locations: [{ ...seen, address_1: text, city: text, postal_code: text, schedules: [{ ...seen, opening_hours: text }] }],
					sources: { 'own-page': { document: text, page_date: text, supports: text } },
					notes: text
				};
				expect(() => serviceProblems(fields)).not.toThrow();
			}),
			{ numRuns: 100 }
		);
	});

	test('a problem always stands inside the file', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
				const { problems } = readTexts(new Map([[SERVICE_FILE, text]]));
				for (const { line, column } of problems) {
					expect(line).toBeGreaterThanOrEqual(1);
					expect(line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length + 1);
					expect(column).toBeGreaterThanOrEqual(1);
				}
			})
		);
	});
});
