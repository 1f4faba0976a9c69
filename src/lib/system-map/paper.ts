import type { Journey, Stage, TwoVoices } from '../../data/pages/journeys.ts';
import type { PathNote } from '../../data/pathway.ts';
import type { ChartService } from './page.ts';

/** Letters in a line of a box and of a gap on A4 paper, in type of the largest size. */
const BOX_LETTERS = 66;
const GAP_LETTERS = 40;
/** Lines of that size that fit on the page, and what a heading and a border cost. */
const PAGE_LINES = 57;
const FRAME_LINES = 1.6;
/** Sizes of type in points: no larger, and never too small to read. */
const LARGEST = 8.8;
const SMALLEST = 6.8;
/** Sizes differ by so much: chart.css has a rule for each. */
const STEP = 0.4;

type Voice = keyof TwoVoices;
interface Known {
	services: Readonly<Record<string, ChartService>>;
	notes: Readonly<Record<string, PathNote>>;
}

/**
 * The size of type, in points, in which a journey fits on one page of A4: small steps from the number of its lines.
 * What it counts is what chart.css prints.
 */
export function paperSize(journey: Journey, voice: Voice, known: Known): number {
	const lines = journey.stages.reduce(
		(sum, stage) => sum + stageLines(stage, voice, known),
		lineCount(said(journey.start, voice), 2 * BOX_LETTERS)
	);
	const size = LARGEST * Math.sqrt(PAGE_LINES / Math.max(lines, PAGE_LINES));
	const steps = Math.ceil((LARGEST - size) / STEP);
	return Math.max(SMALLEST, Math.round((LARGEST - steps * STEP) * 10) / 10);
}

const said = (text: TwoVoices, voice: Voice) => text[voice] ?? text.people;
const lineCount = (text: string, letters: number) => Math.ceil(text.length / letters);

function stageLines(stage: Stage, voice: Voice, { services, notes }: Known): number {
	const names = (ids: readonly string[]) =>
		ids.map((id) => `${services[id]?.name ?? ''} ${services[id]?.phone ?? ''}`).join(' · ');
	const box = [
		said(stage.text, voice),
		...(stage.safety ?? []).map((id) => `${notes[id]?.title ?? ''} ${notes[id]?.text ?? ''}`),
		names(stage.services.slice(0, 2)),
		names(stage.services.slice(2)),
		...(stage.wait === undefined ? [] : [`How long: ${stage.wait}`])
	];
	const gaps = (stage.gaps ?? []).map((gap) =>
		[`Gap: ${gap.what}`, `Ask: ${gap.ask}`, `Until then: ${gap.instead}`, names(gap.services ?? [])].reduce(
			(sum, text) => sum + lineCount(text, GAP_LETTERS),
			FRAME_LINES
		)
	);
	const boxLines = box.reduce((sum, text) => sum + lineCount(text, BOX_LETTERS), FRAME_LINES);
	const ways = stage.next.reduce((sum, { who }) => sum + lineCount(said(who, voice), BOX_LETTERS), 0);
	return Math.max(
		boxLines + ways + FRAME_LINES / 2,
		gaps.reduce((sum, lines) => sum + lines, 0)
	);
}
