import { syllable } from 'syllable';

/** How hard a text is to read. */
export interface Readability {
	words: number;
	sentences: number;
	/** Words in the longest sentence. */
	longest: number;
	/** Age in years at which most children read it with ease: Flesch-Kincaid grade (Kincaid et al. 1975) plus 5. */
	age: number;
}

const GRADE_TO_AGE = 5;
/** A name is read by its look: it counts as no harder than this many syllables. */
const SYLLABLES_OF_A_NAME = 2;
/** Words that the subject cannot do without, and that people who ask about it know. */
const KNOWN_WORDS: readonly string[] = [
	'alcohol',
	'appointment',
	'buprenorphine',
	'cannabis',
	'cocaine',
	'community',
	'confidential',
	'counselling',
	'counsellor',
	'domestic',
	'families',
	'family',
	'gambling',
	'hepatitis',
	'information',
	'ketamine',
	'medicine',
	'medicines',
	'methadone',
	'naloxone',
	'online',
	'opioid',
	'overdose',
	'pharmacies',
	'pharmacy',
	'prescribed',
	'recovery',
	'sexual',
	'telephone',
	'treatment',
	'violence',
	'volunteer',
	'volunteers',
	'website'
];

const SENTENCE_END = /(?<=[.!?:;])\s+|\n+/;
const WORD = /\p{L}[\p{L}'’-]*/gu;

function sentencesOf(text: string): string[][] {
	// A point inside "e.g." or a web address ends no sentence, and a bracket or a list separates ideas as a comma does.
	return text
		.replaceAll(/https?:\/\/\S+/g, '')
		.split(SENTENCE_END)
		.map((sentence) => [...sentence.matchAll(WORD)].map(([word]) => word))
		.filter((words) => words.length > 0);
}

function weight(word: string, first: boolean): number {
	const plain = word.toLowerCase();
	const isName = /^\p{Lu}/u.test(word) && !first;
	const count = Math.max(1, syllable(word));
	return isName || KNOWN_WORDS.includes(plain) ? Math.min(count, SYLLABLES_OF_A_NAME) : count;
}

/** Measures a text; undefined when it holds no word. Names and the known words of the subject count as two syllables at most. */
export function readability(text: string): Readability | undefined {
	const sentences = sentencesOf(text);
	const words = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
	if (words === 0) return undefined;
	const syllables = sentences.flatMap((sentence) => sentence.map((word, index) => weight(word, index === 0)));
	const total = syllables.reduce((sum, count) => sum + count, 0);
	const grade = 0.39 * (words / sentences.length) + 11.8 * (total / words) - 15.59;
	return {
		words,
		sentences: sentences.length,
		longest: Math.max(...sentences.map((sentence) => sentence.length)),
		age: Math.max(GRADE_TO_AGE, Math.round((grade + GRADE_TO_AGE) * 10) / 10)
	};
}
