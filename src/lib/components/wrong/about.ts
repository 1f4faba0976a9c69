import type { DataStore } from '$lib/offline/store/data-store.ts';
import type { Doubt } from '$lib/corrections/address.ts';
import { factAt } from '$lib/corrections/facts.ts';
import type { Correction } from '$lib/corrections/message.ts';
import { shownDetail } from '$lib/schedule/shown-hours.ts';
import { version as app } from '../../../../package.json';

/** What a message is about, and how to reach the service itself. */
export interface About extends Omit<Correction, 'right'> {
	phone?: string;
	emails: string[];
	web?: string;
}

/** Reads what this device shows at `now`. Throws when the list has no such record, or it cannot be had. */
export async function readAbout(store: DataStore, { record, field }: Doubt, now: number): Promise<About> {
	const { version, made, moved } = await store.index();
	const found = await store.service(record);
	const { card, detail } = found ?? {};
	const name = card?.name ?? moved[record]?.name;
	if (name === undefined) throw new Error(`There is no record ${record}.`);
	const fact = card && factAt(card, detail && shownDetail(detail, now), field);
	return {
		record,
		field: fact ? field : 'other',
		name,
		label: fact?.label ?? 'the rest of the page',
		shown: fact?.shown ?? (card ? '' : 'no longer there'),
		version: `list ${version} of ${made}, app ${app}`,
		...(card?.phone && { phone: card.phone }),
		emails: (detail?.emails ?? []).map(({ address }) => address),
		...(card?.web && { web: card.web })
	};
}
