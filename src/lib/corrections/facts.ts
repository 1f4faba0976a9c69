import type { Card, Detail, PhoneDetail, ScheduleDetail } from '../../data/record.ts';
import { weekInWords } from '../schedule/words/week-words.ts';
import { FIELD } from './address.ts';

/** A fact as its page shows it. */
export interface Fact {
	/** What it is, in two words. */
	label: string;
	/** What the page says now. */
	shown: string;
}

const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(', ');

/**
 * The fact of a record at `field`. Undefined when it has none there: the rest of the record is meant, or the list has
 * changed since the link was made.
 */
export function factAt(card: Card, detail: Detail | undefined, field: string): Fact | undefined {
	const [, place, many, single, at] = FIELD.exec(field) ?? [];
	const i = Number(at);
	const owner = place === undefined ? detail : detail?.locations?.[Number(place)];
	const hours = (each: ScheduleDetail['hours']) =>
		weekInWords(each, { sure: card.listing === 'listed', first: card.phone ? 'Ring first.' : 'Check first.' });
	const phone = (each: PhoneDetail) => ({
		label: each.kind === 'text' ? 'number to text' : 'phone number',
		shown: joined(each.label, each.number, each.instruction, each.hours && hours(each.hours))
	});
	if (many === 'phones') return mapped(owner?.phones?.[i], phone);
	if (many === 'schedules')
		return mapped(owner?.schedules?.[i], (each) => ({
			label: 'opening times',
			shown: joined(each.for, hours(each.hours), each.note)
		}));
	if (single === 'emails')
		return mapped(detail?.emails?.[i], ({ label, address }) => ({
			label: 'e-mail address',
			shown: joined(label, address)
		}));
	if (single === 'urls')
		return mapped(detail?.urls?.[i], ({ label, url }) => ({ label: 'web address', shown: joined(label, url) }));
	return mapped(single && detail?.locations?.[i], ({ confidential, name, address, city, postcode }) => ({
		label: 'address',
		shown: confidential ? `Kept secret, ${city}` : joined(name, address, city, postcode)
	}));
}

function mapped<T, R>(value: T | '' | undefined, to: (value: T) => R): R | undefined {
	return value ? to(value) : undefined;
}
