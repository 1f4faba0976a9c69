/** A word or phrase that hurts, and what to write instead. */
export interface Stigma {
	words: RegExp;
	instead: string;
	/** `error` unless the word can be right in some sentence. */
	level?: 'warning';
}

/** DESIGN rule 5: person-first words. Domestic, sexual and child abuse are called by their names. */
export const STIGMA: readonly Stigma[] = [
	{ words: /\b(?:ex-)?addict(?:s|ed)?\b/i, instead: 'a person who uses drugs, or dependent on' },
	{ words: /\balcoholics?\b/i, instead: 'a person who drinks, or dependent on alcohol' },
	{
		words: /\b(?:drugs?|substances?|alcohol|drink|solvents?|medicines?|steroids?|glue)[- ](?:and[- ]\w+[- ])?abus(?:e|er|ers|ing)\b/i,
		instead: 'using drugs, or drug and alcohol use'
	},
	{ words: /\babus(?:e|es|ed|ing) (?:of )?(?:drugs?|substances?|alcohol|drink|solvents?|medicines?|steroids?)\b/i, instead: 'using' },
	{ words: /\b(?:junk(?:ie|y)|druggie|drugg(?:y|ies)|smackhead|crackhead|dopehead|pothead|pisshead|wino|alky|alkie|drunkard|crack ?whore)s?\b/i, instead: 'a person who uses drugs, or a person who drinks' },
	{ words: /\bdrunks\b|\ba drunk\b/i, instead: 'a person who drinks' },
	{
		words: /\b(?:get|gets|getting|got|stay|stays|staying|be|been|being|go|going|now|is|are|was|were|am) clean\b|\bclean (?:and sober|time|since|from|of|for|of drugs)\b/i,
		instead: 'has stopped using drugs, or drug-free'
	},
	{ words: /\bdirty (?:needles?|syringes?|works|equipment|samples?|tests?|urines?|pins?)\b/i, instead: 'used needles, or a test that showed drugs' },
	{ words: /\bclean (?:needles?|syringes?|works|equipment|pins?|samples?|tests?|urines?)\b/i, instead: 'new needles, or a test that showed no drugs' },
	{ words: /\b(?:drug|substance|heroin|crack|cocaine|cannabis|steroid|ketamine|opiate|opioid)[- ]users?\b/i, instead: 'people who use drugs' },
	{ words: /\b(?:injecting|IV|intravenous)[- ](?:drug[- ])?users?\b/i, instead: 'people who inject drugs' },
	{ words: /\b(?:drug|alcohol|drink|substance|heroin|crack|cocaine|gambling)[- ](?:habit|misuser|misusers)\b/i, instead: 'drug or alcohol use' },
	{ words: /\b(?:drug|alcohol|substance|opiate|solvent)s?[- ](?:and[- ]\w+[- ])?misuse\b/i, instead: 'drug and alcohol use', level: 'warning' },
	{ words: /\bcommit(?:s|ted|ting)? suicide\b/i, instead: 'died by suicide' },
	{ words: /\bthe homeless\b(?=[.,;:)]|$| (?:and|or|who|in|are|at|on|of|to|with)\b)|\bvagrants?\b|\btramps?\b|\bdown[- ]and[- ]outs?\b/i, instead: 'people who are homeless' },
	{ words: /\bprostitut(?:e|es|ion)\b|\bhookers?\b/i, instead: 'sex worker, or sex work' },
	{ words: /\b(?:ex-)?(?:offenders?|convicts?|criminals|inmates?)\b/i, instead: 'people in prison, on probation, or with a conviction', level: 'warning' },
	{ words: /\bservice[- ]users?\b/i, instead: 'people who use the service, or people', level: 'warning' },
	{ words: /\b(?:suffers?|suffering|sufferers?) from\b|\bsufferers?\b/i, instead: 'has, or lives with', level: 'warning' },
	{ words: /\b(?:mentally ill|lunatics?|psychos?|schizophrenics?|nutters?)\b/i, instead: 'a person with a mental health problem' },
	{ words: /\b(?:handicapped|the disabled)\b/i, instead: 'disabled people' },
	{ words: /\b(?:illegal immigrants?)\b/i, instead: 'people without papers' }
];
