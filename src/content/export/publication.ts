import type { Card, Detail } from '../../data/record.ts';
import type { Holidays } from '../../data/hours.ts';
import { compileHolidays } from '../compile/holidays.ts';
import { compileServices, newestSeen } from '../compile/services/packs.ts';
import { compilePlaces } from '../compile/places.ts';
import { locator } from '../compile/services/positions.ts';
import type { Content } from '../read/index.ts';
import type { PlaceTables } from '../read/place-tables.ts';
import type { OrganizationRecord } from '../schema/places/area.ts';
import type { TaxonomyRecord } from '../schema/words/taxonomy.ts';

/** A service that people see, as it is compiled for them: drafts and the doors of confidential places are not in it. */
export interface PublishedService {
	card: Card;
	detail: Detail;
	organization: OrganizationRecord;
}

/** All that is given out as open data, and no more: every export is made from this alone. */
export interface Publication {
	/** In order of id. */
	services: PublishedService[];
	/** Those that run a published service, in order of id. */
	organizations: OrganizationRecord[];
	/** By id. */
	councils: ReadonlyMap<string, { name: string; upperTier: string }>;
	taxonomy: TaxonomyRecord;
	holidays: Holidays;
	/** Day of the newest source in the content, YYYY-MM-DD: the data's own date, whatever the day of the build. */
	made: string;
}

/**
 * Takes from checked content what may be given out.
 * @throws where content cannot be compiled: `fingerpost check` says more
 */
export function publicationOf(content: Content, tables: PlaceTables): Publication {
	const byId = <T extends { id: string }>(a: T, b: T) => (a.id < b.id ? -1 : 1);
	const organizations = new Map(content.organizations.map(({ record }) => [record.id, record]));
	const runBy = new Map(content.services.map(({ record }) => [record.id, record.organization]));
	const services = compileServices(content, locator(tables, compilePlaces(tables)))
		.map(({ card, detail }) => {
			const organization = organizations.get(runBy.get(card.id) ?? '');
			if (!organization) throw new Error(`${card.id} is run by an organization that no organizations.yaml has`);
			return { card, detail, organization };
		})
		.sort((a, b) => byId(a.card, b.card));
	return {
		services,
		organizations: [...new Set(services.map(({ organization }) => organization))].sort(byId),
		councils: new Map(
			content.areas.flatMap(({ record }) =>
				record.councils.map(({ id, name, upper_tier }) => [id, { name, upperTier: upper_tier }] as const)
			)
		),
		taxonomy: first(content.taxonomies, 'content/vocabulary/taxonomy.yaml'),
		holidays: compileHolidays(first(content.holidayFiles, 'content/places/holidays.yaml')),
		made: newestSeen(content.services)
	};
}

function first<T>(read: readonly { record: T }[], file: string): T {
	const [found] = read;
	if (!found) throw new Error(`${file} is missing or wrong: run "npm run fingerpost -- check".`);
	return found.record;
}
