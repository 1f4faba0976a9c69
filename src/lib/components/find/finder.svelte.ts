import { onDestroy } from 'svelte';
import type { AreaInfo, Card } from '../../../data/record.ts';
import { BY_AREA } from '../../../data/files/layout.ts';
import type { Places } from '../../../data/places/places.ts';
import { plainVocabulary } from '$lib/directory/find/plain-vocabulary.ts';
import { isVocabulary } from '../../../data/guards.ts';
import { EMPTY, fromFragment, toFragment, type FindState } from '$lib/directory/find/find-state.ts';
import { countChoices, fits } from '$lib/directory/find/filters.ts';
import { browseOrder } from '$lib/directory/find/browse.ts';
import { openInstead } from '$lib/directory/find/open-instead.ts';
import type { SearchAnswer } from '$lib/directory/search/index.ts';
import type { DataStore } from '$lib/offline/store/data-store.ts';
import { includePlace, includePoint, readPlaces } from '$lib/by-area/index.ts';
import { placeInWords } from '$lib/by-area/place-in-words.ts';
import { directory } from '$lib/offline/directory.ts';
import { findPlace, findPoint, placeWords, type FoundPlace } from '$lib/place/index.ts';
import { isOutOfHours, openCards } from '$lib/schedule/index.ts';
import { connect } from '$lib/search-worker/connect.ts';
import { SideSearch, type SentOptions } from '$lib/search-worker/index.ts';
import worker from '$lib/search-worker/worker.ts?worker&url';
import { clock } from '../clock.svelte.ts';
import { keptPlace } from '../place/kept-place.svelte.ts';
import { NearMe } from '../place/near-me.svelte.ts';

/** Results drawn at once; "show more" draws as many again. */
const PAGE = 20;
/** Results asked of the search: more than anyone reads. */
const LIMIT = 200;

/** The find page's state: what is asked, what the data says, and what to show. */
export class Finder {
	state = $state<FindState>({ ...EMPTY });
	shown = $state(PAGE);
	/** The device's own place, when the person has tapped for it. */
	readonly nearMe = new NearMe();
	#cards = $state.raw<Card[]>();
	#search = $state.raw<SideSearch>();
	#answer = $state.raw<SearchAnswer>();
	/** True once it is known what to show first: with words in the address, what was found by them. */
	#settled = $state(false);
	/** How often the list was asked for: of two that come at once the later one is kept. */
	#starts = 0;
	#places = $state.raw<Places>();
	#areas = $state.raw<AreaInfo[]>([]);
	#failed = $state(false);
	#partial = $state(false);
	/** Where the directory comes area by area: what its areas were last looked up for. */
	#lookedUp = $state<string>();
	#byArea = $state(false);

	constructor() {
		$effect(() => this.#ask());
		onDestroy(() => {
			this.#starts++;
			this.#search?.end();
		});
	}

	get ready(): boolean {
		return this.#settled;
	}
	/** True when the directory is neither on the device nor to be had. */
	get failed(): boolean {
		return this.#failed;
	}
	/** True when some of the list is missing from this device, and could not be fetched. */
	get partial(): boolean {
		return this.#partial;
	}
	/** True where the directory comes area by area: without a place only what is for all of England, and areas looked at before, is there. */
	get byArea(): boolean {
		return BY_AREA && this.#byArea;
	}
	get areas(): AreaInfo[] {
		return this.#areas;
	}

	/** Loads what searching needs. Called in the browser, and again when there is more to look in. */
	async start(): Promise<void> {
		const start = ++this.#starts;
		try {
			const store = await directory();
			await this.#include(store);
			const index = await store.index();
			this.#byArea = BY_AREA && index.areas !== undefined;
			// Cards are what matters: where the rest is missing from this device, search does what it can without.
			const [cards, vocabulary, places, areas] = await Promise.all([
				store.cards(Object.keys(index.packs)),
				store.file('vocabulary', isVocabulary).catch(() => undefined),
				readPlaces(store).catch(() => undefined),
				store.areas().catch(() => undefined)
			]);
			this.#partial = store.partial || !vocabulary || !places || !areas;
			this.#areas = areas ?? [];
			this.#places = places;
			const connection = await connect(worker);
			const search = await SideSearch.made(connection, cards, vocabulary ?? plainVocabulary(), places, this.#options());
			if (start !== this.#starts) return search.end();
			this.#search?.end();
			this.#cards = cards;
			this.#search = search;
			this.#failed = false;
		} catch {
			if (start === this.#starts) this.#failed = true;
		}
	}

	/** What says which areas are wanted: it changes with the area that is chosen, and with places. Empty when there are none. */
	wanted(): string {
		return BY_AREA ? `${this.#where()} ${placeInWords(this.state.words)}`.trim() : '';
	}

	/** The area that is chosen, and the place beside it. */
	#where(): string {
		const { lat, lon } = this.nearMe.point ?? {};
		return [this.state.area, this.state.near.trim(), lat, lon].join(' ').trim();
	}

	/**
	 * Where the directory comes area by area: takes up the area that is chosen, and that of the place, and looks in them too. Called
	 * when somebody has chosen, or has stopped typing.
	 */
	async widen(): Promise<void> {
		const store = await directory();
		if (await this.#include(store)) await this.start();
	}

	async #include(store: DataStore): Promise<boolean> {
		if (!BY_AREA) return false;
		const { area, near, words } = this.state;
		const { point } = this.nearMe;
		const asked = [
			area ? store.include([area]) : false,
			point ? includePoint(store, point) : includePlace(store, near),
			includePlace(store, placeInWords(words))
		];
		// What cannot be had now is missing, and the page says so.
		const where = this.#where();
		const more = await Promise.allSettled(asked);
		this.#lookedUp = where;
		return more.some((each) => each.status === 'fulfilled' && each.value);
	}

	/** Takes up what the address says after its `#`. */
	read(fragment: string): void {
		this.state = fromFragment(fragment);
		if (!this.state.near && keptPlace.typed) this.state.near = keptPlace.typed;
		this.shown = PAGE;
	}

	get fragment(): string {
		return toFragment(this.state);
	}

	/** True when nothing is asked yet. */
	readonly idle = $derived(
		!this.state.words.trim() &&
			!this.state.area &&
			!this.state.near.trim() &&
			!this.state.openNow &&
			this.state.kinds.length + this.state.who.length + this.state.ways.length === 0
	);

	/** What was typed in the place box (or the device said), as far as it was understood; undefined when there is neither. */
	readonly found = $derived.by(() => {
		// Until its area is there, a place would seem to lie outside all areas.
		if (!this.#places || (BY_AREA && this.#byArea && this.#lookedUp !== this.#where())) return undefined;
		if (this.nearMe.point) return { place: findPoint(this.nearMe.point, this.#places) };
		return this.state.near.trim() ? findPlace(this.state.near, this.#places) : undefined;
	});

	/** Where the person is, when that was understood. */
	readonly place: FoundPlace | undefined = $derived(this.found?.place ?? undefined);

	/** What we took the place for, in words. */
	readonly placeSaid = $derived(
		this.found && this.#places ? placeWords(this.found, this.#places.councils, this.#areas) : undefined
	);

	readonly #point = $derived(
		this.place?.lat === undefined || this.place.lon === undefined
			? undefined
			: { lat: this.place.lat, lon: this.place.lon }
	);

	/** The person's place for the map. */
	readonly mapPlace = $derived(
		this.#point && { ...this.#point, label: this.place?.name ?? this.place?.postcode ?? 'Your place' }
	);

	/** The area to look in: chosen, else that of the place. */
	readonly area = $derived(this.state.area ?? this.place?.area);

	readonly #openNow = $derived(clock.present && openCards(clock.present.now, clock.present.holidays));
	readonly #isOpen = (card: Card): boolean => this.#openNow?.(card) ?? false;
	readonly #openFlags = $derived(Uint8Array.from(this.#cards ?? [], (card) => Number(this.#isOpen(card))));

	readonly #asked = $derived(this.state.words.trim() !== '');

	/** What the words were taken for, and what fits, before filters. Undefined without words. */
	get answer(): SearchAnswer | undefined {
		return this.#asked ? this.#answer : undefined;
	}

	/** Asks the search whenever the words change, or what else counts; the answer before stands until the next comes. */
	#ask(): (() => void) | undefined {
		if (!this.#search) return undefined;
		if (!this.#asked) {
			this.#answer = undefined;
			this.#settled = true;
			return undefined;
		}
		let current = true;
		this.#search.ask(this.state.words, this.#options()).then(
			(answer) => {
				if (!current || !answer) return;
				this.#answer = answer;
				this.#settled = true;
			},
			() => (this.#failed = true)
		);
		return () => (current = false);
	}

	#options(): SentOptions {
		return {
			...(this.area && { area: this.area }),
			...(this.place?.council && { council: this.place.council }),
			...(this.#point && { near: this.#point }),
			open: this.#openFlags,
			...(clock.today && { today: clock.today }),
			limit: LIMIT
		};
	}

	/** Everything that fits the words and the place, best first, before the filters. */
	readonly #candidates = $derived.by(() => {
		if (this.answer) return this.answer.results;
		const area = this.#areas.find(({ id }) => id === this.area);
		const ordered = browseOrder(this.#cards ?? [], {
			area,
			councils: this.place?.councils ?? [],
			near: this.#point,
			today: clock.today
		});
		return ordered.map(({ card, km }) => ({ card, km, why: [] }));
	});

	readonly counts = $derived(
		countChoices(
			this.#candidates.map(({ card }) => card),
			this.state
		)
	);

	readonly results = $derived(
		this.#candidates.filter(({ card }) => fits(card, this.state) && (!this.state.openNow || this.#isOpen(card)))
	);

	/** Out of hours: the best of those that are open now. Empty when the first ones are open anyway. */
	readonly openInstead = $derived.by(() => {
		const { present } = clock;
		if (this.idle || !present || !isOutOfHours(present.now, present.holidays)) return [];
		return openInstead(this.results, this.#isOpen);
	});

	readonly visible = $derived(this.results.slice(0, this.shown));

	showMore(): void {
		this.shown += PAGE;
	}

	/** Adds a choice to a group of filters, or takes it away. */
	toggle<Group extends 'kinds' | 'who' | 'ways'>(group: Group, choice: FindState[Group][number]): void {
		const chosen: readonly string[] = this.state[group];
		const next = chosen.includes(choice) ? chosen.filter((each) => each !== choice) : [...chosen, choice];
		this.state = { ...this.state, ...fromFragment(toFragment({ ...this.state, [group]: next })) };
		this.shown = PAGE;
	}

	clear(): void {
		this.state = { ...EMPTY };
		this.shown = PAGE;
	}
}
