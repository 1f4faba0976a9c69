import { NATIONAL } from '../../../data/files/packs.ts';
import { resolve } from '$app/paths';
import { readAreaNames, type ListedArea } from '$lib/by-area/area-names.ts';
import { findAddress } from '$lib/directory/find/find-state.ts';
import { isHolidays } from '../../../data/guards.ts';
import { isLeafletContent, type LeafletAudience, type LeafletContent } from '../../../data/pages/leaflets.ts';
import type { Holidays } from '../../../data/hours.ts';
import type { AreaInfo, Card, Detail } from '../../../data/record.ts';
import { isSafetyNotes, type SafetyNotes } from '../../../data/pages/safety.ts';
import { areaIn, compose, fromFragment, pick, type Choices, type LeafletSection } from '$lib/leaflet/index.ts';
import { shownCard, shownDetail } from '$lib/schedule/index.ts';
import { directory } from '$lib/offline/directory.ts';

/** A leaflet with its words, ready for paper. */
export interface ReadyLeaflet {
	title: string;
	intro: string;
	short: string;
	where: string;
	/** Where more is, for those who read it: only what a child may use, where it is for children. */
	address: string;
	sections: LeafletSection[];
}

interface Base {
	content: LeafletContent;
	areas: AreaInfo[];
	/** All areas that there are, where the directory comes area by area. */
	names: ListedArea[];
	notes: SafetyNotes;
	holidays: Holidays;
	/** Day of the newest source in the data, YYYY-MM-DD. */
	made: string;
}

/** What leaflets are made from, on this device. Holds nothing that a person chose. */
class LeafletData {
	#base = $state.raw<Base>();
	#failed = $state(false);
	readonly #details = new Map<string, Detail | undefined>();

	get base(): Base | undefined {
		return this.#base;
	}
	/** True when the data is neither on this device nor to be had. */
	get failed(): boolean {
		return this.#failed;
	}

	/** Loads what leaflets are made from, with the area that the part of an address after its `#` names. May be called again. */
	async load(fragment: string): Promise<void> {
		try {
			const store = await directory();
			await store.include([areaIn(fragment)]);
			const [content, areas, names, notes, holidays, index] = await Promise.all([
				store.file('leaflets', isLeafletContent),
				store.areas(),
				readAreaNames(store),
				store.file('safety', isSafetyNotes),
				store.file('holidays', isHolidays),
				store.index()
			]);
			this.#base = { content, areas, names, notes, holidays, made: index.made };
			this.#failed = false;
		} catch {
			this.#failed = true;
		}
	}

	/** Reads the choices of an address; undefined until the data is there. */
	choicesOf(fragment: string): Choices | undefined {
		return this.#base && fromFragment(fragment, this.#base.content, this.#base.areas);
	}

	/** Makes the leaflet; undefined without an area. Throws DataUnavailable when the list cannot be had. */
	async make(choices: Choices, now: number): Promise<ReadyLeaflet | undefined> {
		const base = this.#base;
		const area = base?.areas.find(({ id }) => id === choices.area);
		const audience = base?.content.audiences.find(({ id }) => id === choices.audience);
		if (!base || !area || !audience) return undefined;
		const all = await (await directory()).cards([area.id, NATIONAL]);
		const cards: Card[] = all.map((card) => shownCard(card, now));
		const world = { cards, areas: base.areas, holidays: base.holidays, now };
		const picked = pick(choices, { content: base.content, world, area });
		const ids = picked.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'service' ? item.card.id : [])));
		await Promise.all(ids.map((id) => this.#loadDetail(id)));
		const council = area.councils.find(({ id }) => id === choices.council);
		return {
			title: audience.title,
			intro: audience.intro,
			short: audience.short,
			where: council?.name ?? area.name,
			address: location.origin + addressFor(area.id, audience),
			sections: compose(picked, {
				area,
				council: council?.id,
				audience,
				notes: base.notes,
				detail: (id) => {
					const detail = this.#details.get(id);
					return detail && shownDetail(detail, now);
				}
			})
		};
	}

	async #loadDetail(id: string): Promise<void> {
		if (this.#details.get(id)) return;
		const found = await (await directory()).service(id).catch(() => undefined);
		this.#details.set(id, found?.detail);
	}
}

function addressFor(area: string, { means, doors }: LeafletAudience): string {
	const who = means.age === 'under-18' ? 'under-18' : doors[0] === 'families' ? 'families' : undefined;
	return who ? findAddress(resolve('/find/'), { area, who: [who] }) : resolve(`/areas/${area}/`);
}

export const leafletData = new LeafletData();
