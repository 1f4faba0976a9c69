/** The founding documents by file name, as content cites them: title and the year their facts are from. */
export const SEEDS: Readonly<Record<string, { title: string; year: string }>> = {
	'essex-needs-assessment.txt': { title: 'Essex Drug & Alcohol Needs Assessment', year: '2022' },
	'leicester-city-strategy-phase-3.txt': { title: 'Leicester City drug and alcohol strategy, Phase 3', year: '2025' },
	'leicestershire-jsna-substance-misuse.txt': { title: 'Leicestershire JSNA: Substance Misuse', year: 'about 2019' },
	'leicestershire-substance-misuse-strategy.txt': {
		title: 'Leicestershire substance misuse strategy',
		year: 'about 2019'
	},
	'northamptonshire-needs-assessment-2023.txt': {
		title: 'Northamptonshire Drug and Alcohol Needs Assessment',
		year: '2022'
	}
};
