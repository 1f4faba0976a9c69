import type { ServiceInput } from '../schema/service.ts';
import type { TaxonomyTerm } from '../../data/terms.ts';
import { areaFolder, serviceFile, serviceYaml, slug, yamlFile } from './service-yaml.ts';

/** What somebody knows of a service before it has a record. */
export interface NewService {
	id: string;
	name: string;
	area: string;
	/** Id of an organization, or nothing when it is new. */
	organization?: string;
	kinds: TaxonomyTerm[];
	description: string;
	/** Ids of councils, or england. */
	councils: ServiceInput['service_areas'];
	phone?: string;
	website?: string;
	/** Where this was seen: an address, or the title of a document. */
	source: string;
	/** The date on that page, as it is written there. */
	pageDate: string;
	/** Today, YYYY-MM-DD. */
	asOf: string;
}

const SOURCE = 'first-source';

/** A new service as a draft, by path: nobody sees it until its listing is changed by hand. */
export function newServiceFiles(asked: NewService): Map<string, string> {
	const { id, name, area, kinds, description, councils, phone, website, source, pageDate, asOf } = asked;
	const isAddress = /^https?:\/\//.test(source);
	const provenance = {
		sources: [SOURCE],
		assured: {
			date: /^\d{4}(-\d{2}){0,2}$/.test(pageDate) ? pageDate : 'unknown',
			how: isAddress ? ('own-page' as const) : ('document' as const)
		}
	};
	const organization = asked.organization ?? id;
	const record: ServiceInput = {
		id,
		name,
		organization,
		listing: 'draft',
		listing_reason: `Begun on ${asOf}. Not checked yet.`,
		facts: [{ file: 'feeds/by-hand', name: id }],
		taxonomy_terms: kinds,
		description,
		eligibility: {},
		service_areas: councils,
		access: {
			ways: [
				...(phone === undefined ? [] : (['phone'] as const)),
				...(website === undefined ? [] : (['online'] as const))
			],
			referral: []
		},
		...(phone !== undefined && { phones: [{ number: phone, ...provenance }] }),
		...(website !== undefined && { urls: [{ url: website, kind: 'website' as const, ...provenance }] }),
		sources: {
			[SOURCE]: {
				...(isAddress ? { url: source } : { document: source }),
				page_date: pageDate,
				supports: [
					'name',
					...(phone === undefined ? [] : ['phone']),
					...(website === undefined ? [] : ['web address'])
				].join(', '),
				seen: asOf
			}
		}
	};
	const files = new Map([[serviceFile(area, id), serviceYaml(area, record)]]);
	if (asked.organization === undefined) {
		const file = `${area === 'national' ? 'content/national' : `content/areas/${area}`}/organizations-${id}.yaml`;
		files.set(file, yamlFile(file, 'organizations', { organizations: [{ id, name }] }));
	}
	return files;
}

/** What somebody knows of an area before it has a file. */
export interface NewArea {
	id: string;
	name: string;
	/** Names of the councils whose residents come in by the same door. */
	councils: readonly string[];
	/** The council that pays for treatment there; each council itself when left out. */
	upperTier?: string;
}

/** A new area as a draft, by path: nobody sees it, and the check says what is still to be filled in. */
export function newAreaFiles({ id, name, councils, upperTier }: NewArea): Map<string, string> {
	const file = `${areaFolder(id)}/area.draft.yaml`;
	const record = {
		id,
		name,
		councils: councils.map((council) => ({ id: slug(council), name: council, upper_tier: upperTier ?? council })),
		front_doors: [],
		missing: []
	};
	return new Map([[file, yamlFile(file, 'area-draft', record, 'Begun, and seen by nobody. "fingerpost check" says what is still to be filled in.')]]);
}

/** A new question of the pathway, by path. It is asked once an answer somewhere leads to it. */
export function newQuestionFiles(
	id: string,
	text: string,
	why: string,
	answers: readonly string[],
	to: string
): Map<string, string> {
	const file = `content/pathways/${id}.yaml`;
	const question = {
		id,
		text,
		why,
		answers: answers.map((answer, index) => ({
			id: `answer-${index + 1}`,
			text: answer,
			said: answer.toLowerCase(),
			means: {},
			to
		})),
		not_sure: to,
		skip: to
	};
	return new Map([[file, yamlFile(file, 'pathways', { questions: [question] })]]);
}
