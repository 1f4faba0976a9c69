/**
 * The closed lists of words that records, pathways, search and screens share.
 * Names follow Open Referral UK / HSDS where it has one. The order is the order shown to people.
 */

/** What kind of service it is (HSDS taxonomy terms of type "service"). Labels for people: `content/vocabulary/taxonomy.yaml`. */
export const TAXONOMY_TERMS = [
	'treatment',
	'young-people',
	'family-support',
	'needle-exchange',
	'naloxone',
	'pharmacy',
	'supervised-consumption',
	'detox',
	'rehab',
	'mutual-aid',
	'peer-recovery',
	'outreach',
	'homelessness',
	'homeless-health',
	'mental-health',
	'mental-health-crisis',
	'crisis-line',
	'helpline',
	'emergency',
	'primary-care',
	'hospital',
	'maternity',
	'sexual-health',
	'blood-borne-virus',
	'criminal-justice',
	'prison',
	'legal-advice',
	'domestic-abuse',
	'sexual-violence',
	'lgbtq',
	'veterans',
	'carers',
	'bereavement',
	'gambling',
	'stop-smoking',
	'drug-checking',
	'prescribed-medicines',
	'performance-enhancing-drugs',
	'safeguarding',
	'money-advice',
	'employment'
] as const;
export type TaxonomyTerm = (typeof TAXONOMY_TERMS)[number];

/** Whether a record is shown. DESIGN rule 1: facts that are old are `confirm-first`; ended or unsure ones are never shown. */
export const LISTINGS = ['listed', 'confirm-first', 'draft', 'closed', 'superseded'] as const;
export type Listing = (typeof LISTINGS)[number];
/** The listings that people see. */
export const PUBLISHED = ['listed', 'confirm-first'] as const satisfies readonly Listing[];
export type Published = (typeof PUBLISHED)[number];

/** Who a service is made for. A service for everyone names none. Ages are told by minimum_age and maximum_age. */
export const AUDIENCES = [
	'people-who-use', // the person who drinks or uses drugs themself
	'families', // relatives, partners and friends of that person
	'children-of-people-who-use',
	'parents',
	'women',
	'men',
	'pregnant',
	'lgbtq',
	'veterans',
	'homeless',
	'in-justice-system',
	'prison-leavers',
	'sex-workers',
	'minority-ethnic',
	'faith',
	'disabled',
	'students',
	'carers',
	'bereaved',
	'older-people',
	'professionals'
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** How a person first makes contact. */
export const WAYS_IN = [
	'walk-in',
	'phone',
	'text',
	'chat',
	'online',
	'email',
	'appointment',
	'outreach',
	'post'
] as const;
export type WayIn = (typeof WAYS_IN)[number];

/** Who may refer. `self` means no referral is needed. */
export const REFERRERS = [
	'self',
	'family',
	'professional',
	'gp',
	'hospital',
	'police',
	'probation',
	'court',
	'prison',
	'school',
	'housing',
	'social-care',
	'another-service'
] as const;
export type Referrer = (typeof REFERRERS)[number];

/** Groups of substances that a service may be limited to. A service for any drug or drink names none. */
export const SUBSTANCE_GROUPS = [
	'alcohol',
	'opioids',
	'stimulants',
	'cannabis',
	'synthetic-cannabinoids',
	'ketamine',
	'benzodiazepines',
	'ghb-gbl',
	'prescribed-and-bought-medicines',
	'steroids-and-body-drugs',
	'nitrous-oxide-and-solvents',
	'psychedelics',
	'tobacco',
	'gambling'
] as const;
export type SubstanceGroup = (typeof SUBSTANCE_GROUPS)[number];

/** How a fact was last checked, from the weakest to the strongest. */
export const ASSURANCES = [
	'third-party-page', // a list or page by someone else
	'document', // a needs assessment, contract notice, minutes, press report
	'open-data', // published data, for example NHS open data
	'own-page', // the service's own page, or its commissioner's or regulator's
	'email',
	'phone',
	'visit'
] as const;
export type Assurance = (typeof ASSURANCES)[number];

export { AREAS } from './places/areas.ts';
