import type { TaxonomyTerm } from '../../data/terms.ts';

/** Outlines of markers: each kind has its own, so that colour alone never tells kinds apart. */
export const MARKER_SHAPES = ['circle', 'square', 'diamond', 'triangle', 'hexagon', 'house', 'cross', 'drop'] as const;
export type MarkerShape = (typeof MARKER_SHAPES)[number];

/** Kinds of marker, few enough to learn from a key. */
export const MARKER_KINDS = {
	treatment: { label: 'Drug and alcohol service', shape: 'circle' },
	young: { label: 'For young people', shape: 'triangle' },
	needles: { label: 'New needles and naloxone', shape: 'drop' },
	pharmacy: { label: 'Pharmacy', shape: 'cross' },
	groups: { label: 'Groups and meetings', shape: 'hexagon' },
	family: { label: 'For families and friends', shape: 'diamond' },
	housing: { label: 'Homeless help and housing', shape: 'house' },
	other: { label: 'Other help', shape: 'square' }
} as const satisfies Record<string, { label: string; shape: MarkerShape }>;
export type MarkerKind = keyof typeof MARKER_KINDS;

const KIND_OF_TERM: Partial<Record<TaxonomyTerm, MarkerKind>> = {
	treatment: 'treatment',
	detox: 'treatment',
	rehab: 'treatment',
	'prescribed-medicines': 'treatment',
	'young-people': 'young',
	'needle-exchange': 'needles',
	naloxone: 'needles',
	pharmacy: 'pharmacy',
	'supervised-consumption': 'pharmacy',
	'mutual-aid': 'groups',
	'peer-recovery': 'groups',
	'family-support': 'family',
	carers: 'family',
	bereavement: 'family',
	homelessness: 'housing',
	'homeless-health': 'housing',
	outreach: 'housing'
};

/** The kind of marker of a service, from its main kind of service. */
export function markerKind(terms: readonly TaxonomyTerm[]): MarkerKind {
	const [main] = terms;
	return (main && KIND_OF_TERM[main]) ?? 'other';
}

/** Outlines as SVG paths in a square of 24, drawn to look equally large. */
export const SHAPE_PATHS: Record<MarkerShape, string> = {
	circle: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z',
	square: 'M4 4h16v16H4z',
	diamond: 'M12 1.5 22.5 12 12 22.5 1.5 12z',
	triangle: 'M12 2 22.5 20.5h-21z',
	hexagon: 'M7 3.2h10L22.4 12 17 20.8H7L1.6 12z',
	house: 'M12 2 22 10.5v11H2v-11z',
	cross: 'M8.5 2.5h7v6h6v7h-6v6h-7v-6h-6v-7h6z',
	drop: 'M12 1.5c4.2 5 7.3 8.7 7.3 13a7.3 7.3 0 0 1-14.6 0c0-4.3 3.1-8 7.3-13z'
};
