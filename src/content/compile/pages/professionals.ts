import type { CardLine, JobCard, Professionals } from '../../../data/pages/professionals.ts';
import type { Pathways } from '../../../data/pathway.ts';
import { toFragment } from '../../../lib/pathway/address.ts';
import { walk } from '../../../lib/pathway/walk.ts';
import type { ChecklistRecord, EvidenceRecord, JobCardRecord } from '../../schema/professionals.ts';
import type { SafetyContent } from './pathways.ts';

/** The answer to the pathway's first question with which everyone at work begins. */
const AT_WORK = ['who', 'work'] as const;
const JOB = 'job';

/** Answers of a case as the pathway takes them: at work, in this job, then its own. */
export function answersOf(card: Pick<JobCardRecord, 'id'>, answers: Readonly<Record<string, string>>): Map<string, string> {
	return new Map([AT_WORK, [JOB, card.id], ...Object.entries(answers)]);
}

/** Every safety note that a card names, once. */
export function notesOf({ ask, offer, never, hand_out }: JobCardRecord): string[] {
	return [...new Set([...[...ask, ...offer, ...never].flatMap(({ safety }) => safety ?? []), ...hand_out.safety])];
}

/**
 * The cards, the checklist and where the safety facts of the cards come from.
 * @throws when a case leads to no plan: the check refuses that
 */
export function compileProfessionals(
	content: { cards: readonly JobCardRecord[]; checklist: ChecklistRecord; evidence: EvidenceRecord['evidence'] },
	{ rules, notes }: SafetyContent,
	graph: Pathways
): Professionals {
	const used = new Set(content.cards.flatMap(notesOf));
	const facts = [...rules, ...notes].filter(({ id }) => used.has(id)).map(({ id, facts }) => [id, facts] as const);
	const cited = new Set(facts.flatMap(([, ids]) => ids));
	const evidence = content.evidence.filter((each) => each.facts.some((fact) => cited.has(fact)));
	return {
		cards: content.cards.map((card) => compileCard(card, graph)),
		checklist: content.checklist.groups.map(({ id, title, lines }) => ({
			id,
			title,
			lines: lines.map(({ text, why }) => ({ text, ...(why && { why }) }))
		})),
		consent: content.checklist.consent,
		facts: Object.fromEntries(facts),
		evidence: evidence.map(({ source, url, quoted }) => ({ source, ...(url && { url }), ...(quoted && { quoted }) })),
		evidenceOf: Object.fromEntries(
			evidence.flatMap((each, index) => each.facts.filter((fact) => cited.has(fact)).map((fact) => [fact, index]))
		)
	};
}

function compileCard(card: JobCardRecord, graph: Pathways): JobCard {
	const { id, title, about, cases, ask, offer, never, refer, hand_out, sources, review } = card;
	return {
		id,
		title,
		about,
		cases: cases.map(({ text, young, answers }) => ({
			text,
			...(young && { young }),
			plan: planOf(graph, card, answers),
			answers: toFragment({ answers: answersOf(card, answers) })
		})),
		ask: ask.map(compileLine),
		offer: offer.map(compileLine),
		never: never.map(compileLine),
		refer,
		handOut: { title: hand_out.title, lines: hand_out.lines, safety: hand_out.safety, services: hand_out.services },
		sources,
		...(review.by && review.date && { reviewed: { by: review.by, date: review.date } })
	};
}

function planOf(graph: Pathways, card: JobCardRecord, answers: Readonly<Record<string, string>>): string {
	const { at } = walk(graph, answersOf(card, answers));
	if (at.kind === 'plan') return at.outcome.id;
	throw new Error(`A case of the job card "${card.id}" leads to no plan: run "npm run -s fingerpost -- check".`);
}

function compileLine({ text, safety }: JobCardRecord['ask'][number]): CardLine {
	return { text, ...(safety && { safety }) };
}
