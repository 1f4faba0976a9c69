/** Something that the proof found wrong. */
export interface Fault {
	/** Kebab-case name of the property that does not hold, or the safety rule (R1 to R15). */
	rule: string;
	/** Id of the question, branch, outcome or journey that has to change. */
	at: string;
	message: string;
	/** One way that shows it, as an address: `who=me&what=alcohol`. */
	way?: string;
}

/** Collects faults, each once: a thousand ways that show the same fault are one fault. */
export class Faults {
	readonly #found = new Map<string, Fault>();

	add(fault: Fault): void {
		const key = `${fault.rule}|${fault.at}|${fault.message}`;
		if (!this.#found.has(key)) this.#found.set(key, fault);
	}

	get list(): Fault[] {
		return [...this.#found.values()];
	}
}
