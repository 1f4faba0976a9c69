import { parseArgs } from 'node:util';
import { isHolidays } from '../data/guards.ts';
import { STAGES, type Pathways } from '../data/pathway.ts';
import { NOT_SURE, SKIP } from '../data/pathway-terms.ts';
import {
	answerIds,
	asked,
	Chooser,
	makePlan,
	placeOf,
	questionOf,
	toFragment,
	walk,
	type Chosen,
	type Plan,
	type PlanStep,
	type Walk,
	type World
} from '../lib/pathway/index.ts';
import { readPathways } from '../lib/pathway/read.ts';
import { nearest } from '../content/read/nearest.ts';
import { loadData } from './data.ts';

const USAGE_ERROR = 2;

const HELP = `npm run -s fingerpost -- walk [--area A] [--council C] [--at TIME] [--json] [<question>=<answer> ...]

Goes one way through the pathway: prints the next question with its answers, or the plan with its services.

  --area A      id of the area where the person lives, for example essex
  --council C   id of their council, for example harlow
  --at TIME     the time to plan for, for example 2026-11-22T02:00Z; now when left out
  --json        print {question} or {plan} and nothing else
`;

/** What is wrong with what was typed. */
class WrongWords extends Error {}

const said = (word: string, near: string | undefined) =>
	`${word}${near === undefined ? '.' : `. Did you mean "${near}"?`}`;

/** Reads `who=me what=alcohol`. Throws WrongWords for a question or an answer that is not there. */
function readAnswers(graph: Pathways, words: readonly string[]): Map<string, string> {
	const answers = new Map<string, string>();
	for (const word of words) {
		const [id = '', answer = ''] = word.split('=', 2);
		const question = questionOf(graph, id);
		if (!question) {
			throw new WrongWords(said(`There is no question "${id}"`, nearest(id, Object.keys(graph.questions))));
		}
		const known = answerIds(question);
		if (!known.includes(answer)) {
			throw new WrongWords(
				`${said(`"${id}" has no answer "${answer}"`, nearest(answer, known))} Its answers: ${known.join(', ')}.`
			);
		}
		answers.set(id, answer);
	}
	return answers;
}

/** What is shown of a way in JSON: the next question, or the plan with ids of services and notes. */
function asJson(graph: Pathways, way: Walk, plan: Plan | undefined) {
	const given = way.given.map(({ question, answer, settled }) => ({
		question: question.id,
		answer,
		...(settled && { settled })
	}));
	const address = toFragment({ answers: asked(way) });
	if (plan) return { given, address, plan: planJson(plan) };
	if (way.at.kind === 'plan') throw new Error('A plan was reached and not made.');
	const { id, text, why, hint, answers } = way.at.question;
	return {
		given,
		address,
		emergency: graph.emergency,
		question: {
			id,
			text,
			why,
			...(hint && { hint }),
			answers: [
				...answers.map((answer) => ({ id: answer.id, text: answer.text, ...(answer.hint && { hint: answer.hint }) })),
				{ id: NOT_SURE, text: 'Not sure' },
				{ id: SKIP, text: 'Skip this question' }
			]
		}
	};
}

const shown = ({ services, fallback }: PlanStep) => ids([...services, ...(fallback?.services ?? [])]);
const ids = (services: readonly Chosen[]) => services.map(({ card }) => card.id);

function planJson({ outcome, because, steps, voices }: Plan) {
	const { id, title, level, applies, goOn, sources, review } = outcome;
	return {
		id,
		title,
		level,
		applies,
		because,
		steps: Object.fromEntries(
			STAGES.map((stage) => [
				stage,
				steps[stage].map(({ safety, services, fallback, gaps, ...words }) => ({
					...words,
					safety: safety.map((note) => note.id),
					services: ids(services),
					...(fallback && { fallback: { text: fallback.text, services: ids(fallback.services) } }),
					...(gaps.length > 0 && { gaps: gaps.map((gap) => ({ ...gap, services: ids(gap.services) })) })
				}))
			])
		),
		voices: ids(voices),
		services: [...new Set(STAGES.flatMap((stage) => steps[stage].flatMap(shown)))],
		...(goOn && { goOn }),
		sources,
		review
	};
}

const line = ({ card, isOpen }: Chosen) =>
	`${card.name} (${card.id})${card.phone ? `, ${card.phone}` : ''}${isOpen === false ? ', closed now' : ''}`;

function planWords({ outcome, because, steps, voices }: Plan): string {
	const lines = [outcome.title, outcome.applies];
	if (because.length > 0) lines.push(`Because you said ${because.join(', ')}.`);
	for (const stage of STAGES) {
		if (steps[stage].length === 0) continue;
		lines.push('', `${stage.toUpperCase()}`);
		for (const step of steps[stage]) {
			lines.push(`- ${step.text}`);
			for (const note of step.safety) lines.push(`    ! ${note.id}: ${note.text}`);
			for (const service of step.services) lines.push(`    > ${line(service)}`);
			if (step.fallback)
				lines.push(`    ~ ${step.fallback.text}`, ...step.fallback.services.map((one) => `    > ${line(one)}`));
			for (const gap of step.gaps) lines.push(`    ? ${gap.what} ${gap.instead}`);
		}
	}
	lines.push('', 'SOMEONE TO RING', ...voices.map((voice) => `    > ${line(voice)}`));
	return `${lines.join('\n')}\n`;
}

function questionWords(way: Walk): string {
	if (way.at.kind === 'plan') return '';
	const { id, text, why, answers } = way.at.question;
	const choices = [
		...answers.map((answer) => ({ id: answer.id, text: answer.text })),
		{ id: NOT_SURE, text: 'Not sure' },
		{ id: SKIP, text: 'Skip' }
	];
	return [text, `Why we ask: ${why}`, ...choices.map((choice) => `  ${id}=${choice.id}  ${choice.text}`), ''].join(
		'\n'
	);
}

/** `fingerpost walk`: one way through the pathway. */
export async function run(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			area: { type: 'string' },
			council: { type: 'string' },
			at: { type: 'string' },
			json: { type: 'boolean' },
			help: { type: 'boolean', short: 'h' }
		}
	});
	if (values.help) {
		process.stdout.write(HELP);
		return 0;
	}
	const store = loadData();
	try {
		const graph = await readPathways(store);
		const answers = readAnswers(graph, positionals);
		const areas = await store.areas();
		const place = placeOf(areas, values.area, values.council);
		const known = areas.flatMap(({ id, councils }) => [id, ...councils.map((council) => council.id)]);
		const lost = [values.area, values.council].find((id) => id !== undefined && !known.includes(id));
		if (lost !== undefined)
			throw new WrongWords(said(`There is no area or council "${lost}" here`, nearest(lost, known)));
		if (values.area !== undefined && values.council !== undefined && place.area?.id !== values.area) {
			throw new WrongWords(
				`"${values.council}" is a council of "${place.area?.id ?? 'no area'}" and not of "${values.area}".`
			);
		}
		const now = values.at === undefined ? Date.now() : Date.parse(values.at);
		if (Number.isNaN(now)) throw new WrongWords(`"${values.at ?? ''}" is not a time. Write it as 2026-11-22T02:00Z.`);
		const way = walk(graph, answers);
		const world: World = {
			cards: await store.cards(place.area ? [place.area.id, 'national'] : ['national']),
			areas,
			place,
			holidays: await store.file('holidays', isHolidays),
			now
		};
		const plan = way.at.kind === 'plan' ? makePlan(graph, way.at.outcome, way.given, new Chooser(world)) : undefined;
		if (values.json) process.stdout.write(`${JSON.stringify(asJson(graph, way, plan))}\n`);
		else process.stdout.write(plan ? planWords(plan) : questionWords(way));
		return 0;
	} catch (error) {
		if (!(error instanceof WrongWords)) throw error;
		process.stderr.write(`${error.message}\n`);
		return USAGE_ERROR;
	}
}
