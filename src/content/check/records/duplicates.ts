import type { Problem, ReadService } from '../../read/index.ts';
import { isLive, placeOf, problemAt, type Rule } from '../rule.ts';
import { locationsOf, phonesOf } from '../parts.ts';
import { SHORT_CODES, ukDigits } from '../contacts/short-codes.ts';

/** A name or an address as two of them are compared: letters and figures only. */
export const plain = (text: string) =>
	text
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, ' ')
		.trim();

/** Groups of two or more live services that share a key; a service may have many keys. */
function sharing(services: readonly ReadService[], keysOf: (service: ReadService) => string[]): [string, ReadService[]][] {
	const groups = new Map<string, ReadService[]>();
	for (const service of services) {
		if (!isLive(service.record)) continue;
		for (const key of new Set(keysOf(service))) groups.set(key, [...(groups.get(key) ?? []), service]);
	}
	return [...groups].filter(([, group]) => group.length > 1);
}

/** Where a service is given: postcode and first line, and the first line within the town when no postcode is known. */
function doors({ record }: ReadService): string[] {
	return locationsOf(record).flatMap(({ value }) => {
		const [line = ''] = (value.address_1 ?? '').split(',');
		return line === '' ? [] : [plain(`${value.postal_code ?? value.city} ${line}`)];
	});
}

const mainTerm = ({ record }: ReadService) => record.taxonomy_terms[0] ?? '';

const linked = (a: ReadService, b: ReadService) =>
	(a.record.access.through ?? []).includes(b.record.id) || (b.record.access.through ?? []).includes(a.record.id);

const sharesNumber = (a: ReadService, b: ReadService) => {
	const numbers = new Set(phonesOf(a.record).map(({ value }) => ukDigits(value.number)));
	return phonesOf(b.record).some(({ value }) => numbers.has(ukDigits(value.number)));
};

function double(
	level: Problem['level'],
	service: ReadService,
	other: ReadService,
	what: string,
	mend = 'Make the two one record, or say in their names what sets them apart.'
): Problem {
	return problemAt(service, ['id'], {
		level,
		rule: 'duplicate-service',
		message: `"${service.record.id}" and "${other.record.id}" (${placeOf(other, ['id'])}) ${what}`,
		mend
	});
}

/** Same name in one area: an error, unless each has a door of its own (the branches of a chemist, the rooms of a fellowship). */
export const sameName: Rule = (content) =>
	sharing(content.services, (service) => [`${service.area}\n${plain(service.record.name)}`]).flatMap(([, group]) =>
		group.slice(1).flatMap((service, index) => {
			const own = doors(service);
			const other = group.slice(0, index + 1).find((earlier) => {
				const theirs = doors(earlier);
				return own.length === 0 || theirs.length === 0 || own.some((door) => theirs.includes(door));
			});
			return other ? [double('error', service, other, `have the same name in the same area`)] : [];
		})
	);

/**
 * Same kind of service behind the same door: an error when the organization and a phone are the same as well, else a
 * warning (two fellowships use one hall; a practice and a clinic share a house).
 */
export const samePlace: Rule = (content) =>
	sharing(content.services, (service) => doors(service).map((door) => `${door}\n${mainTerm(service)}`)).flatMap(([, group]) =>
		group.slice(1).map((service, index) => {
			const [first = service] = group;
			const other = group.slice(0, index + 1).find((earlier) => sharesNumber(earlier, service)) ?? first;
			const same = other.record.organization === service.record.organization && sharesNumber(other, service);
			const what = `are both ${mainTerm(service)} at the same address`;
			return double(same ? 'error' : 'warning', service, other, same ? `${what}, by the same organization, on the same phone` : what);
		})
	);

/**
 * One phone for two organizations doing the same kind of work is most often a slip of the copying hand. Short numbers,
 * lines that one record reaches through the other, and switchboards for different kinds of help are no slips.
 */
export const samePhone: Rule = (content) =>
	sharing(content.services, ({ record }) =>
		phonesOf(record)
			.map(({ value }) => ukDigits(value.number))
			.filter((digits) => !SHORT_CODES.has(digits))
	).flatMap(([, group]) =>
		group.slice(1).flatMap((service, index) => {
			const other = group
				.slice(0, index + 1)
				.find(
					(earlier) =>
						earlier.record.organization !== service.record.organization &&
						mainTerm(earlier) === mainTerm(service) &&
						!linked(earlier, service)
				);
			return other
				? [
						double(
							'warning',
							service,
							other,
							`have the same phone, the same kind of work and different organizations`,
							'Compare the number with the sources of both. If one line serves both, link them with "through" or make them one record.'
						)
					]
				: [];
		})
	);
