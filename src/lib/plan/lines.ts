import { STAGES, type Outcome, type PathNote, type Pathways, type Step } from '../../data/pathway.ts';
import type { Card, DataIndex } from '../../data/record.ts';
import { lookUp, nearestPage } from '../pathway/graph.ts';
import { codeOf, stepCode } from './codes.ts';
import { keyOf, type Plan, type PlanItem } from './plan.ts';
import { isSensitiveOutcome, isSensitiveService } from './sensitive.ts';

/** What of the directory a plan can point to. */
export interface PlanSource {
	cards: readonly Card[];
	moved: DataIndex['moved'];
	/** Absent when the pathways are not on this device. */
	pathways?: Pathways | undefined;
}

/** A line of a plan, as the directory has it today. */
export type PlanLine = { key: string; item: PlanItem } & PlanLineContent;

type PlanLineContent =
	| { kind: 'service'; card: Card }
	/** A service that has closed or was taken over, with what to use instead when that is known. */
	| { kind: 'moved'; name: string; why: 'closed' | 'superseded'; to?: Card }
	| { kind: 'step'; outcome: Outcome; step: Step; safety: PathNote[] }
	/** A step that was rewritten since: the plan of which it was a part, as it is now. */
	| { kind: 'rewritten'; to: { id: string; title: string } }
	/** Neither this device's list nor anything in it explains the code. */
	| { kind: 'unknown'; what: 'service' | 'step' }
	| { kind: 'note'; text: string };

/** Reads plans against the directory. Made once for each state of the data: it hashes every id. */
export class PlanReader {
	readonly #source: PlanSource;
	readonly #services: ReadonlyMap<string, string>;
	readonly #outcomes: ReadonlyMap<string, string>;
	readonly #cards: ReadonlyMap<string, Card>;

	constructor(source: PlanSource) {
		this.#source = source;
		this.#cards = new Map(source.cards.map((card) => [card.id, card]));
		this.#services = byCode([...this.#cards.keys(), ...Object.keys(source.moved)]);
		this.#outcomes = byCode(
			[source.pathways?.outcomes, source.pathways?.moved].flatMap((part) => Object.keys(part ?? {}))
		);
	}

	/** The lines of a plan in its order: one for each item, whatever became of what it stands for. */
	lines(plan: Plan): PlanLine[] {
		return plan.map((item) => ({ key: keyOf(item), item, ...this.#content(item) }));
	}

	#content(item: PlanItem): PlanLineContent {
		if (item.kind === 'note') return { kind: 'note', text: item.text };
		if (item.kind === 'service') return this.#service(this.#services.get(item.code));
		return this.#step(this.#outcomes.get(item.outcome), item.step);
	}

	#service(id: string | undefined): PlanLineContent {
		const card = id === undefined ? undefined : this.#cards.get(id);
		if (card) return { kind: 'service', card };
		const moved = id === undefined ? undefined : lookUp(this.#source.moved, id);
		if (!moved) return { kind: 'unknown', what: 'service' };
		const to = moved.to === undefined ? undefined : this.#cards.get(moved.to);
		return { kind: 'moved', name: moved.name, why: moved.why, ...(to && { to }) };
	}

	#step(id: string | undefined, code: string): PlanLineContent {
		const { pathways } = this.#source;
		if (!pathways || id === undefined) return { kind: 'unknown', what: 'step' };
		const outcome = lookUp(pathways.outcomes, id);
		const step = outcome && STAGES.flatMap((stage) => outcome.steps[stage]).find(({ text }) => stepCode(text) === code);
		if (!outcome || !step) {
			const to = outcome?.id ?? nearestPage(pathways, id);
			const title = lookUp(pathways.outcomes, to)?.title ?? lookUp(pathways.questions, to)?.text ?? '';
			return { kind: 'rewritten', to: { id: to, title } };
		}
		const safety = (step.safety ?? []).flatMap(({ note }) => lookUp(pathways.notes, note) ?? []);
		return { kind: 'step', outcome, step, safety };
	}
}

function byCode(ids: readonly string[]): Map<string, string> {
	return new Map(ids.map((id) => [codeOf(id), id]));
}

/** The services of a plan: its own, and what to use instead of those that are gone. Each once. */
export function servicesIn(lines: readonly PlanLine[]): Card[] {
	const cards = lines.flatMap((line) =>
		line.kind === 'service' ? [line.card] : line.kind === 'moved' && line.to ? [line.to] : []
	);
	return [...new Map(cards.map((card) => [card.id, card])).values()];
}

/** True for a plan that may put somebody at risk when others see it. */
export function isSensitive(lines: readonly PlanLine[]): boolean {
	return (
		servicesIn(lines).some(isSensitiveService) ||
		lines.some((line) => line.kind === 'step' && isSensitiveOutcome(line.outcome))
	);
}
