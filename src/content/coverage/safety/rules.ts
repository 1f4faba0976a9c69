import type { Want } from '../../../data/pathway-terms.ts';
import { isEmergency, looksFor, mayBe,
	mayBeAbout, mayWant, saysRisk, saysSubstance, saysWant, shows, type SafetyRule, type Shown } from './shown.ts';

/**
 * The fifteen rules of safety.md as properties of every plan that every way leads to. Each says what is missing. Notes
 * count by id: `content/safety/rules.yaml` and `notes.yaml`.
 */

const STOPPING = ['stop', 'cut-down', 'detox'] as const;
/** Who comes for these alone is not told to change how much they take. */
const AS_IT_IS: readonly Want[] = ['naloxone', 'equipment', 'test', 'stay-safer', 'script', 'missed-script'];
/** Kinds of service that can take up somebody who may be dependent. */
const SPECIALISTS = ['front-door', 'treatment', 'detox', 'young-people', 'maternity'];
/** Kinds that see a person the same day after a needle injury. */
const SAME_DAY = ['hospital', 'emergency', 'primary-care', 'sexual-health'];
/** Numbers in a plan's own text that every phone knows; all others come from records (R15). */
const SHORT_NUMBERS = /\b(999|111|101|112|18000|116 123|85258|116 000|0800 1111|0808 800 5000)\b/g;
const LONG_NUMBER = /\d[\d ]{4,}\d/;

/** They may be stopping; or they use every day, and came for more than one thing that leaves it as it is. */
const mayStop = (shown: Shown) =>
	mayWant(shown, ...STOPPING) ||
	(mayBe(shown, 'daily') && !(shown.facts.said.wants.length > 0 && shown.facts.said.wants.every((want) => AS_IT_IS.includes(want))));

/** R1: the emergency plan says 999 first. */
const R1: SafetyRule = (shown) => {
	if (!isEmergency(shown)) return undefined;
	const [step] = shown.first;
	if (step?.step.services?.[0]?.terms?.join() !== 'emergency') {
		return 'must begin with a step that stands on the emergency service (999)';
	}
	return saysRisk(shown, 'overdose') && !shows(shown, 'R1') ? 'must show R1: ring 999 first' : undefined;
};

/** R2: naloxone, even when unsure. */
const R2: SafetyRule = (shown) =>
	saysRisk(shown, 'overdose') && mayBeAbout(shown, 'opioids') && !shows(shown, 'R2')
		? 'must show R2: give naloxone, even when unsure'
		: undefined;

/** R3: naloxone wears off. */
const R3: SafetyRule = (shown) =>
	shows(shown, 'R2') && isEmergency(shown) && !shows(shown, 'R3') ? 'shows R2 and must show R3: naloxone wears off' : undefined;

/** R4: nobody who may depend on alcohol is left to stop suddenly. */
const R4: SafetyRule = (shown) =>
	!isEmergency(shown) && mayStop(shown) && mayBeAbout(shown, 'alcohol') && !shows(shown, 'R4')
		? 'must show R4: do not stop drinking suddenly'
		: undefined;

/** R5: danger signs after drinking less. */
const R5: SafetyRule = (shown) => {
	if (isEmergency(shown)) {
		return saysRisk(shown, 'withdrawal-danger') && !shows(shown, 'R5', 'R6') ? 'must show R5 or R6: danger signs' : undefined;
	}
	return mayWant(shown, ...STOPPING) && mayBeAbout(shown, 'alcohol') && !shows(shown, 'R5')
		? 'must show R5: danger signs after drinking less'
		: undefined;
};

/** R6: the same for benzodiazepines and GHB/GBL. */
const R6: SafetyRule = (shown) =>
	!isEmergency(shown) && mayStop(shown) && mayBeAbout(shown, 'benzodiazepines', 'ghb-gbl') && !shows(shown, 'R6')
		? 'must show R6: do not stop benzos or G suddenly'
		: undefined;

/** R7: lost tolerance, with naloxone. */
const R7: SafetyRule = (shown) => {
	if (isEmergency(shown)) return undefined;
	const lost = saysRisk(shown, 'lost-tolerance', 'missed-doses') || saysWant(shown, 'missed-script');
	const stopping = mayWant(shown, 'stop', 'detox', 'rehab');
	if (!(lost || stopping) || !mayBeAbout(shown, 'opioids')) return undefined;
	if (!shows(shown, 'R7')) return 'must show R7: after a break the old dose can kill';
	const said = saysSubstance(shown, 'opioids') && saysWant(shown, 'stop', 'detox', 'rehab');
	return (said || lost) && !looksFor(shown, 'naloxone') ? 'must have a step to get naloxone (R7)' : undefined;
};

/** R8: missed methadone or buprenorphine. */
const R8: SafetyRule = (shown) =>
	!isEmergency(shown) && (saysRisk(shown, 'missed-doses') || saysWant(shown, 'missed-script')) && !shows(shown, 'R8')
		? 'must show R8: do not take the old dose after missed days'
		: undefined;

/** R9: naloxone only where a record says so. */
const R9: SafetyRule = (shown) => {
	if (shown.queries.some(({ terms }) => terms?.includes('naloxone') && terms.length > 1)) {
		return 'looks for naloxone together with other kinds: it must stand alone';
	}
	const claim = shown.texts.find((text) => /naloxone/i.test(text) && /\b(any|every|all) (pharmac|chemist|hostel)/i.test(text));
	if (claim !== undefined) return `says that any such place has naloxone: "${claim}"`;
	if (!isEmergency(shown) && saysWant(shown, 'naloxone')) {
		if (!looksFor(shown, 'naloxone')) return 'must look for services that supply naloxone';
		if (!shows(shown, 'R9', 'who-may-supply-naloxone')) return 'must show R9: not every place has naloxone';
	}
	return undefined;
};

/** R10: needle injury. */
const R10: SafetyRule = (shown) => {
	if (!saysRisk(shown, 'needle-injury')) return undefined;
	if (!shows(shown, 'R10')) return 'must show R10: wash, do not suck or scrub, help today';
	return looksFor(shown, ...SAME_DAY) ? undefined : 'must look for a place that sees people the same day (R10)';
};

/** R11: a high score is for a specialist. */
const R11: SafetyRule = (shown) => {
	if (isEmergency(shown) || !saysRisk(shown, 'high-audit')) return undefined;
	if (!shows(shown, 'R11', 'brief-advice-is-not-enough')) return 'must show R11: a high score needs a specialist';
	if (!shows(shown, 'R4')) return 'must show R4: a high score may mean dependence';
	return looksFor(shown, ...SPECIALISTS) ? undefined : 'must look for a specialist and not give advice only (R11)';
};

/** R12: pregnant. */
const R12: SafetyRule = (shown) => {
	if (isEmergency(shown) || !saysRisk(shown, 'pregnant')) return undefined;
	if (!mayBeAbout(shown, 'opioids', 'alcohol', 'benzodiazepines')) return undefined;
	if (!shows(shown, 'R12')) return 'must show R12: pregnant, do not stop suddenly';
	return looksFor(shown, ...SPECIALISTS, 'primary-care') ? undefined : 'must look for a midwife, drug service or GP (R12)';
};

/** R13: a child who may have swallowed something; medicines locked away. */
const R13: SafetyRule = (shown) => {
	if (saysRisk(shown, 'child-swallowed')) {
		if (!isEmergency(shown)) return 'must be an emergency plan: a child may have swallowed something (R13)';
		if (!shows(shown, 'R13')) return 'must show R13: ring 999 at once, even if the child seems well';
	}
	return !isEmergency(shown) && saysRisk(shown, 'children-at-home') && !shows(shown, 'R13', 'lock-medicines-away')
		? 'must show R13 or lock-medicines-away: there are children at home'
		: undefined;
};

/** R14: thoughts of ending life. */
const R14: SafetyRule = (shown) => {
	if (!saysRisk(shown, 'suicidal')) return undefined;
	if (!shows(shown, 'R14')) return 'must show R14: 999, 111, Samaritans, Shout';
	return looksFor(shown, 'crisis-line', 'mental-health-crisis', 'emergency') ? undefined : 'must look for a crisis line (R14)';
};

/** R15: no helpline stands in for 999, and no number stands in a text of the graph. */
const R15: SafetyRule = (shown) => {
	const numbered = shown.texts.find((text) => LONG_NUMBER.test(text.replaceAll(SHORT_NUMBERS, '')));
	return numbered === undefined ? undefined : `has a phone number in its own text, where no record keeps it true: "${numbered}"`;
};

export const SAFETY_RULES: Readonly<Record<string, SafetyRule>> = {
	R1, R2, R3, R4, R5, R6, R7, R8, R9, R10, R11, R12, R13, R14, R15
};
