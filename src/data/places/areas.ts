/** Ids of the treatment systems that have a folder in content/areas, and `national`: one line each. */
export const AREAS = [
	'leicester-leicestershire-rutland',
	'northamptonshire',
	'essex',
	'southend-on-sea',
	'thurrock',
	'national'
] as const;
