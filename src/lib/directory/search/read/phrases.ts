import type { Candidate, Lexicon } from './lexicon.ts';
import { wordsOf } from './normalise.ts';

/** A word as typed, with what it may stand for. */
export interface Token {
	text: string;
	stop: boolean;
	/** Known as it was typed, or an everyday word: not a misspelling. */
	known: boolean;
	candidates: Candidate[];
	/** Words of emergencies that are one letter away, or that it begins. */
	alarms: Candidate[];
}

/** A phrase found in the query: which words, what the phrase stands for, how well it fits (0 to 1). */
export interface Span<Entry> {
	positions: number[];
	entries: Entry[];
	/** The phrase as the vocabulary has it. */
	phrase: string;
	quality: number;
	guessed: boolean;
	/** How much of the query it explains: words that count, weighted by quality. */
	weight: number;
}

/** A word of the tree, after those above it. Small: there are tens of thousands. */
interface Node<Entry> {
	word: number;
	/** The first word that may follow, and all of them when there are more. */
	first: Node<Entry> | undefined;
	next: Map<number, Node<Entry>> | undefined;
	entries: readonly Entry[];
	phrase: string;
	/** Quality of reaching it: less for a phrase whose stop words were left out. */
	quality: number;
}

/** At most this many stop words may stand inside a phrase. */
const MOST_SKIPPED = 2;
/** A phrase of two words that count may do without this many stop words: "have i got a drink problem" asks. */
const MOST_DROPPED = 2;
/** A stop word that belongs to a phrase explains less than another word. */
const STOP_WORD = 0.35;
/** A phrase found without its stop words fits a little less. */
const WITHOUT_STOP_WORDS = 0.97;
/** Two words in the other order. */
const TURNED = 0.92;
/** A guess in one word of a phrase is safe when its other words fit; alone it must be good. */
const LEAST_QUALITY = 0.5;
/** Breaks ties in favour of an emergency. */
const ALARM_BONUS = 0.06;

/** Stop words that a phrase may do without. Others turn its meaning: "stopped drinking suddenly" is not "drinking suddenly". */
const DROPPABLE = new Set(
	(
		'a an the i im ive me my myself you your he she his her hers him hes shes they their them theyre it its we us ' +
		'is are was were be been being am to of in at for and or with by from into has have had having do does did this that'
	).split(' ')
);

/** The word of the root. */
const NO_WORD = -1;
const NONE: readonly never[] = [];
const newNode = <Entry>(word: number): Node<Entry> => ({
	word,
	first: undefined,
	next: undefined,
	entries: NONE,
	phrase: '',
	quality: 1
});

function after<Entry>({ first, next }: Node<Entry>, word: number): Node<Entry> | undefined {
	return next ? next.get(word) : first?.word === word ? first : undefined;
}

/** The node of a word after another, made when there is none. */
function madeAfter<Entry>(node: Node<Entry>, word: number): Node<Entry> {
	const known = after(node, word);
	if (known) return known;
	const made = newNode<Entry>(word);
	if (node.first) (node.next ??= new Map([[node.first.word, node.first]])).set(word, made);
	else node.first = made;
	return made;
}

/** All phrases that mean something, as a tree of words. Finds them in a query, longest and best first, none overlapping. */
export class Phrases<Entry> {
	readonly #root = newNode<Entry>(NO_WORD);
	readonly #lexicon: Lexicon;
	readonly #isAlarm: (entry: Entry) => boolean;

	constructor(lexicon: Lexicon, isAlarm: (entry: Entry) => boolean) {
		this.#lexicon = lexicon;
		this.#isAlarm = isAlarm;
	}

	/** Adds a normalised phrase. Its words must be in the lexicon. */
	add(phrase: string, entry: Entry): void {
		const words = wordsOf(phrase);
		const ids: number[] = [];
		const content: number[] = [];
		for (const word of words) {
			const id = this.#lexicon.id(word);
			if (id === undefined) return;
			ids.push(id);
			if (!DROPPABLE.has(word)) content.push(id);
		}
		this.#insert(ids, phrase, entry, 1);
		// One word left would mean too much: "end it" is not "end".
		const dropped = ids.length - content.length;
		if (dropped && content.length >= 2 && (dropped <= MOST_DROPPED || content.length > 2)) {
			this.#insert(content, phrase, entry, WITHOUT_STOP_WORDS);
		}
		// Two words mean the same the other way round: "arm swollen".
		if (content.length === 2) this.#insert(content.toReversed(), phrase, entry, TURNED);
	}

	#insert(words: readonly number[], phrase: string, entry: Entry, quality: number): void {
		let node = this.#root;
		for (const word of words) node = madeAfter(node, word);
		if (node === this.#root || node.entries.includes(entry)) return;
		if (node.entries.length === 0 || quality > node.quality) {
			node.phrase = phrase;
			node.quality = quality;
		}
		node.entries = [...node.entries, entry];
	}

	/**
	 * Phrases in a query, none overlapping: the one that explains most wins.
	 * @param allow whether this span may mean this entry
	 */
	find(tokens: readonly Token[], allow: (span: Span<Entry>, entry: Entry) => boolean): Span<Entry>[] {
		const found: Span<Entry>[] = [];
		for (let start = 0; start < tokens.length; start++) {
			this.#walk(
				tokens,
				this.#root,
				start,
				{ positions: [], quality: 1, guessed: false, alarm: false },
				0,
				(span, alarm) => {
					const entries = span.entries.filter((entry) => (!alarm || this.#isAlarm(entry)) && allow(span, entry));
					if (entries.length && span.quality >= LEAST_QUALITY) found.push({ ...span, entries });
				}
			);
		}
		found.sort(
			(a, b) =>
				b.weight - a.weight ||
				b.positions.length - a.positions.length ||
				(a.positions[0] ?? 0) - (b.positions[0] ?? 0) ||
				(a.phrase < b.phrase ? -1 : 1)
		);
		const taken = new Map<number, Span<Entry>>();
		const chosen: Span<Entry>[] = [];
		for (const span of found) {
			const holders = span.positions.map((position) => taken.get(position));
			if (holders.every((holder) => holder === undefined)) {
				for (const position of span.positions) taken.set(position, span);
				chosen.push(span);
			} else {
				joinEqual(holders[0], span);
			}
		}
		return chosen.sort((a, b) => (a.positions[0] ?? 0) - (b.positions[0] ?? 0));
	}

	#walk(
		tokens: readonly Token[],
		node: Node<Entry>,
		position: number,
		path: { positions: number[]; quality: number; guessed: boolean; alarm: boolean },
		skipped: number,
		onFound: (span: Span<Entry>, alarm: boolean) => void
	): void {
		if (node.entries.length) onFound(this.#span(tokens, node, path), path.alarm);
		const token = tokens[position];
		if (!token || !node.first) return;
		const step = (candidate: Candidate, alarm: boolean) => {
			const next = after(node, candidate.word);
			if (!next) return;
			const quality = path.quality * candidate.quality;
			const guessed = path.guessed || candidate.guessed;
			const positions = [...path.positions, position];
			this.#walk(
				tokens,
				next,
				position + 1,
				{ positions, quality, guessed, alarm: path.alarm || alarm },
				skipped,
				onFound
			);
		};
		for (const candidate of token.candidates) step(candidate, false);
		for (const candidate of token.alarms) step(candidate, true);
		if (path.positions.length && token.stop && skipped < MOST_SKIPPED) {
			this.#walk(tokens, node, position + 1, path, skipped + 1, onFound);
		}
	}

	#span(
		tokens: readonly Token[],
		node: Node<Entry>,
		{ positions, quality, guessed }: { positions: number[]; quality: number; guessed: boolean }
	): Span<Entry> {
		const all = quality * node.quality;
		const size = positions.reduce((sum, position) => sum + (tokens[position]?.stop ? STOP_WORD : 1), 0);
		const isAlarm = node.entries.some(this.#isAlarm);
		// Squared: a guessed long phrase must not win over a shorter one that fits exactly; unless a life may hang on it.
		const weight = isAlarm ? size * all + ALARM_BONUS : size * all * all;
		return { positions, entries: [...node.entries], phrase: node.phrase, quality: all, guessed, weight };
	}
}

/** Two phrases that explain the very same words equally well are both meant. */
function joinEqual<Entry>(chosen: Span<Entry> | undefined, other: Span<Entry>): void {
	if (!chosen || chosen.positions.join() !== other.positions.join()) return;
	if (chosen.quality - other.quality > 0.01) return;
	for (const entry of other.entries) if (!chosen.entries.includes(entry)) chosen.entries.push(entry);
}
