import type { Assurance } from '../../../data/terms.ts';
import type { Path, Problem, ReadService } from '../../read/index.ts';
import { numbersIn } from '../contacts/blocked-number.ts';
import { ukDigits } from '../contacts/short-codes.ts';
import { locationsOf, phonesOf } from '../parts.ts';
import { FEEDS, problemAt, type Fact, type Rule } from '../rule.ts';

interface Contact {
	what: string;
	written: string;
	path: Path;
	how: Assurance;
	/** Whether a text of a fact gives it. */
	isIn: (text: string) => boolean;
}

const close = (text: string) => text.toLowerCase().replaceAll(/\s/g, '');
/** A web address without what may differ between two ways to write it. */
const bareUrl = (url: string) => close(url).replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/[/#?]+$/, '');

/** Somebody asked the service itself since the facts were written: that is the fact now. */
const ASKED: readonly Assurance[] = ['phone', 'visit', 'email'];

function contactsOf({ record }: ReadService): Contact[] {
	const phones = phonesOf(record).map(({ value, path }) => ({
		what: 'phone',
		how: value.assured.how,
		written: value.number,
		path: [...path, 'number'],
		isIn: (text: string) => numbersIn(text).has(ukDigits(value.number))
	}));
	const emails = (record.emails ?? []).map(({ address, assured }, index) => ({
		what: 'e-mail address',
		how: assured.how,
		written: address,
		path: ['emails', index, 'address'],
		isIn: (text: string) => text.toLowerCase().includes(address.toLowerCase())
	}));
	const urls = (record.urls ?? []).map(({ url, assured }, index) => ({
		what: 'web address',
		how: assured.how,
		written: url,
		path: ['urls', index, 'url'],
		isIn: (text: string) => close(text).includes(bareUrl(url))
	}));
	const postcodes = locationsOf(record).flatMap(({ value: { postal_code: postcode, assured }, path }) =>
		postcode === undefined
			? []
			: [
					{
						what: 'postcode',
						how: assured.how,
						written: postcode,
						path: [...path, 'postal_code'],
						isIn: (text: string) => close(text).includes(close(postcode))
					}
				]
	);
	return [...phones, ...emails, ...urls, ...postcodes];
}

/** Whether the record gives a phone, e-mail, web address or postcode that stands in the fact. */
export const takesContactFrom = (service: ReadService, fact: Fact): boolean =>
	contactsOf(service).some(({ isIn }) => isIn(fact.text));

/**
 * DESIGN rule 1, never invent: each phone, e-mail, web address and postcode of a record stands in one of the facts that
 * the record was made from, outside their doubts and outside what they call unverified. One that stands in another fact
 * only is looked at again (a branch of a chemist that the pharmacy list holds as well).
 */
export const tracedContacts: Rule = (content, { facts }) => {
	if (!facts) return [];
	const byKey = new Map<string, Fact>(facts.map((fact) => [`${fact.file}\n${fact.name}`, fact]));
	return content.services.flatMap((service) => {
		if (service.record.facts.some(({ file }) => file.startsWith(FEEDS))) return [];
		const own = service.record.facts.flatMap(({ file, name }) => byKey.get(`${file}\n${name}`)?.text ?? []);
		return contactsOf(service)
			.filter(({ how, isIn }) => !ASKED.includes(how) && !own.some(isIn))
			.map(({ what, written, path, isIn }): Problem => {
				const elsewhere = facts.find(({ text }) => isIn(text));
				return problemAt(service, path, {
					level: elsewhere ? 'warning' : 'error',
					rule: 'untraced-contact',
					message: `no fact of this record gives the ${what} ${written}`,
					mend: elsewhere
						? `It stands in "${elsewhere.name}" of ${elsewhere.file}: name that fact here, or take the ${what} out.`
						: `Never invent: compare it with the fact, or take it out.`
				});
			});
	});
};
