import { PUBLISHED } from '../../data/terms.ts';
import type { Content } from '../read/index.ts';

/** A web address that people are sent to. */
export interface WebLink {
	url: string;
	/** The newest date for which it was seen: a year, year-month or day. Absent when no source shows one. */
	lastSeen?: string;
	/** Ids of the services and organizations that use it, in order; an organization as `organization:<id>`. */
	usedBy: string[];
}

/**
 * Every web address of published services and of the organizations that run them, each once: undated ones first, then
 * the longest not seen. Addresses of sources are not among them: they say where a fact was found on that day.
 */
export function webLinks(content: Content): WebLink[] {
	const services = content.services.filter(({ record }) => PUBLISHED.some((listing) => listing === record.listing));
	const running = new Set(services.map(({ record }) => record.organization));
	const uses = [
		...services.flatMap(({ record }) =>
			(record.urls ?? []).map(({ url, assured }) => ({ url, by: record.id, date: assured.date }))
		),
		...content.organizations.flatMap(({ record }) =>
			record.website && running.has(record.id)
				? [{ url: record.website, by: `organization:${record.id}`, date: 'unknown' }]
				: []
		)
	];
	return [...new Set(uses.map(({ url }) => url))]
		.map((url) => {
			const same = uses.filter((use) => use.url === url);
			const lastSeen = same.flatMap(({ date }) => (date === 'unknown' ? [] : date)).sort().at(-1);
			return { url, ...(lastSeen && { lastSeen }), usedBy: [...new Set(same.map(({ by }) => by))].sort() };
		})
		.sort((a, b) => (a.lastSeen ?? '').localeCompare(b.lastSeen ?? '') || a.url.localeCompare(b.url));
}
