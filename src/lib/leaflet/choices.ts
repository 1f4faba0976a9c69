import type { LeafletContent, LeafletNeed } from '../../data/pages/leaflets.ts';
import type { AreaInfo } from '../../data/record.ts';

/** Forms of paper: one A4 page; A4 on its side folded in three; eight cards on A4 (four in large print). */
export const FORMATS = ['sheet', 'fold', 'cards'] as const;
export type Format = (typeof FORMATS)[number];

/** What the maker of a leaflet chose. It lives in memory and in the address after `#`, which no server sees. */
export interface Choices {
	area?: string;
	/** Only where the front door differs between the councils of the area. */
	council?: string;
	audience: string;
	needs: string[];
	format: Format;
	/** Large print: 16 points and more. */
	large: boolean;
}

/** Choices as the part of an address after `#`, without the `#`. */
export function toFragment({ area, council, audience, needs, format, large }: Choices): string {
	const parts = new URLSearchParams();
	if (area) parts.set('area', area);
	if (council) parts.set('council', council);
	parts.set('for', audience);
	// Said even when it is empty: else the needs of the audience would come back.
	parts.set('need', needs.join(' '));
	parts.set('format', format);
	if (large) parts.set('large', '1');
	return parts.toString();
}

/** The id that stands for an area in a fragment, whether or not there is such an area. */
export function areaIn(fragment: string): string {
	return new URLSearchParams(fragment.replace(/^#/, '')).get('area') ?? '';
}

/** Reads a fragment, whoever wrote it: what is not known is left out, and what is left out is as it begins. Never throws. */
export function fromFragment(fragment: string, content: LeafletContent, areas: readonly AreaInfo[]): Choices {
	const parts = new URLSearchParams(fragment.replace(/^#/, ''));
	const area = printable(areas).find(({ id }) => id === parts.get('area'));
	const council = area && choosableCouncils(area).find(({ id }) => id === parts.get('council'));
	const audience = content.audiences.find(({ id }) => id === parts.get('for')) ?? content.audiences[0];
	const asked = parts.get('need')?.split(' ') ?? audience?.needs ?? [];
	return {
		...(area && { area: area.id }),
		...(council && { council: council.id }),
		audience: audience?.id ?? '',
		needs: needsFor(content, audience?.id ?? '')
			.map(({ id }) => id)
			.filter((id) => asked.includes(id)),
		format: FORMATS.find((format) => format === parts.get('format')) ?? 'sheet',
		large: parts.get('large') === '1'
	};
}

/** Areas for which leaflets are made: all England is none, since a front door is always of a place. */
export const printable = <Area extends { councils: readonly unknown[] }>(areas: readonly Area[]): Area[] =>
	areas.filter(({ councils }) => councils.length > 0);

/** Councils among which a person must choose, since their front doors differ; none where all share theirs. */
export function choosableCouncils({ councils, frontDoors }: AreaInfo): AreaInfo['councils'] {
	const differs = frontDoors.some((door) => door.councils && door.councils.length < councils.length);
	return differs ? councils : [];
}

/** Needs that are offered to an audience. */
export function needsFor({ needs }: LeafletContent, audience: string): LeafletNeed[] {
	return needs.filter(({ notFor }) => !notFor?.includes(audience));
}
