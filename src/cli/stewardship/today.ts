/** Today in England, YYYY-MM-DD: for commands that are given no date. */
export function today(): string {
	return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
}
