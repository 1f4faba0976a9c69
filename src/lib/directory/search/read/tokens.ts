import type { Vocabulary } from '../../../../data/vocabulary.ts';
import { editDistance } from './distance.ts';
import type { Candidate, Lexicon } from './lexicon.ts';
import { endsInWord, normalise, wordsOf } from './normalise.ts';
import type { Token } from './phrases.ts';

/** Words that phrases have in one form only. */
const SAME_WORD: Readonly<Record<string, string>> = { our: 'my', cannot: 'cant', whos: 'who' };
/** Words that "self" belongs to: "my self". */
const SELF = /^(my|me|him|her|your|them|one)$/;
/** More words than this are not read. */
const MOST_WORDS = 30;
/** Shortest word that two typed words may have been torn from, and shortest pair that one typed word may have been glued from. */
const JOINED_LETTERS = 6;
const GLUED_LETTERS = 7;
const GLUED_PART = 3;
/** A word of an emergency may have one wrong letter when it has at least this many. */
const ALARM_LETTERS = 5;
const ALARM_MISSPELT = 0.8;
/** A shorter word may have one only inside a longer phrase, when it is no other word. */
const ALARM_SHORT_LETTERS = 4;
const ALARM_SHORT = 0.72;
/** Fewest letters that may begin a word of an emergency. */
const ALARM_BEGUN = 3;
const ALARM_LIKELY = 0.8;
const ALARM_POSSIBLE = 0.6;
/** So much of a word was typed that it can hardly become another. */
const MOSTLY_TYPED = 0.6;

/** Splits a query into words and finds what each may stand for. */
export class Tokenizer {
	readonly #lexicon: Lexicon;
	readonly #stop: ReadonlySet<string>;
	readonly #common: ReadonlySet<string>;
	readonly #alarmWords: string[];
	readonly #alarmSet: ReadonlySet<string>;
	readonly #alarms = new Map<string, Candidate[]>();

	constructor(lexicon: Lexicon, vocabulary: Vocabulary) {
		this.#lexicon = lexicon;
		this.#stop = new Set(vocabulary.stop);
		this.#common = new Set(vocabulary.common);
		const phrases = vocabulary.meanings.filter(({ emergency }) => emergency).flatMap((meaning) => meaning.phrases);
		this.#alarmSet = new Set(phrases.flatMap(wordsOf));
		this.#alarmWords = [...this.#alarmSet].filter((word) => word.length >= ALARM_SHORT_LETTERS);
	}

	/** @param query whatever was typed */
	tokens(query: string): Token[] {
		const words = this.#mend(wordsOf(normalise(query)).slice(0, MOST_WORDS)).map((word) => SAME_WORD[word] ?? word);
		const typing = endsInWord(query);
		return words.map((text, index) => {
			const last = typing && index === words.length - 1;
			const stop = this.#stop.has(text);
			const candidates = this.#lexicon.candidates(text, last);
			return {
				text,
				stop,
				known: stop || this.#common.has(text) || candidates.some(({ guessed }) => !guessed),
				candidates,
				alarms: this.#alarmsOf(text, last)
			};
		});
	}

	/** Joins what was torn ("metha done") and parts what was glued ("needleexchange"). */
	#mend(words: readonly string[]): string[] {
		const mended: string[] = [];
		for (let index = 0; index < words.length; index++) {
			const word = words[index] ?? '';
			const next = words[index + 1];
			if (next !== undefined && this.#torn(word, next)) {
				mended.push(word + next);
				index++;
			} else {
				mended.push(...this.#parted(word));
			}
		}
		return mended;
	}

	#isWord(word: string): boolean {
		return this.#stop.has(word) || this.#common.has(word) || this.#lexicon.id(word) !== undefined;
	}

	#torn(word: string, next: string): boolean {
		const joined = word + next;
		if (SELF.test(word) && /^sel(f|fs|ves)$/.test(next)) return true;
		if (joined.length < JOINED_LETTERS || this.#lexicon.id(joined) === undefined) return false;
		return !this.#isWord(word) || !this.#isWord(next);
	}

	#parted(word: string): string[] {
		if (word.length < GLUED_LETTERS || this.#isWord(word)) return [word];
		for (let at = word.length - GLUED_PART; at >= GLUED_PART; at--) {
			const [first, second] = [word.slice(0, at), word.slice(at)];
			if (this.#isWord(first) && this.#isWord(second) && this.#lexicon.misspelt(word, 1).length === 0) {
				return [first, second];
			}
		}
		return [word];
	}

	#alarmsOf(word: string, typing: boolean): Candidate[] {
		const key = typing ? `${word}…` : word;
		const known = this.#alarms.get(key);
		if (known) return known;
		const found = this.#findAlarms(word, typing);
		if (this.#alarms.size > 2000) this.#alarms.clear();
		this.#alarms.set(key, found);
		return found;
	}

	#findAlarms(word: string, typing: boolean): Candidate[] {
		const found: Candidate[] = [];
		const add = (text: string, quality: number) => {
			const id = this.#lexicon.id(text);
			if (id !== undefined) found.push({ word: id, quality, guessed: true });
		};
		if (word.length >= ALARM_SHORT_LETTERS - 1) {
			const known = this.#isWord(word);
			for (const alarm of this.#alarmWords) {
				const short = alarm.length < ALARM_LETTERS;
				if (alarm === word || (short && known)) continue;
				if (editDistance(word, alarm, 1) === 1) add(alarm, short ? ALARM_SHORT : ALARM_MISSPELT);
			}
		}
		if (typing && word.length >= ALARM_BEGUN) {
			const begun = this.#lexicon.startingWith(word, Infinity).map((id) => this.#lexicon.word(id));
			const only = begun.every((each) => this.#alarmSet.has(each));
			for (const alarm of begun) {
				if (alarm === word || !this.#alarmSet.has(alarm)) continue;
				const likely =
					!this.#isWord(word) && word.length > ALARM_BEGUN && (only || word.length / alarm.length >= MOSTLY_TYPED);
				add(alarm, likely ? ALARM_LIKELY : ALARM_POSSIBLE);
			}
		}
		return found;
	}
}

/**
 * A guess at one word of an emergency by itself must be a good one, of a word long enough, and not of a word that is known
 * as it was typed.
 */
export function isFalseAlarm(
	tokens: readonly Token[],
	positions: readonly number[],
	phrase: string,
	quality: number
): boolean {
	const content = positions.flatMap((position) => tokens[position] ?? []).filter(({ stop }) => !stop);
	// "not making" is not "not waking": words that small are meant as they were typed.
	if (positions.every((position) => tokens[position]?.stop)) return true;
	if (content.length > 1) return false;
	if (content.some(({ known }) => known)) return true;
	if (positions.length > 1) return false;
	const isBegun = content.some(({ text }) => text.length > ALARM_BEGUN && phrase.startsWith(text));
	return (
		quality < ALARM_LIKELY ||
		!(isBegun || phrase.length >= ALARM_LETTERS) ||
		content.some(({ text }) => text.length <= ALARM_BEGUN)
	);
}
