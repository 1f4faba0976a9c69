import type { Holidays } from '../../data/hours.ts';
import { weekInWords } from '../schedule/words/week-words.ts';
import { todayWords, type SharedService } from './facts.ts';
import type { PlanLine } from '../plan/lines.ts';

/** Characters of a text message: two messages on most phones. */
export const LONGEST_MESSAGE = 300;

/** What a message is made from. The clock is passed in. */
export interface MessageInput {
	services: readonly SharedService[];
	/** Address that opens the plan. */
	link: string;
	/** True to name nothing that a glance could read: numbers and hours alone, and no link. */
	discreet: boolean;
	/** Milliseconds since 1970. */
	now: number;
	holidays: Holidays;
}

/**
 * A text message with what matters: name, phone, hours today, place, and the link; of no more than 300 characters. What
 * does not fit is left out from the least to the most needed: places, hours, then services from the end.
 */
export function shortMessage(input: MessageInput): string {
	const { services, link, discreet } = input;
	const tail = discreet ? [] : [link];
	const writers = [(one: SharedService) => full(one, input), (one: SharedService) => brief(one, input), bare(discreet)];
	for (const write of writers) {
		const text = [...services.map(write).filter(Boolean), ...tail].join('\n');
		if (text.length <= LONGEST_MESSAGE) return text;
	}
	const lines = services.map(bare(discreet)).filter(Boolean);
	for (let count = lines.length - 1; count > 0; count--) {
		const more = `and ${lines.length - count} more${discreet ? '' : ':'}`;
		const text = [...lines.slice(0, count), more, ...tail].join('\n');
		if (text.length <= LONGEST_MESSAGE) return text;
	}
	return discreet ? '' : link;
}

const sentences = (parts: (string | undefined)[]) => parts.filter(Boolean).join('. ');

/** "Mill Lane Hub 01279 434621. Sat 28 Nov: 9am to 5pm. 2 Mill Lane, Harlow CM20 1AA" */
function full(service: SharedService, input: MessageInput): string {
	const place = service.places.length === 1 && !input.discreet ? service.places[0] : undefined;
	return sentences([brief(service, input), place]);
}

function brief(service: SharedService, input: MessageInput): string {
	const start = bare(input.discreet)(service);
	const today = todayWords(service.hours, input.now, input.holidays);
	return start && sentences([start, today && (service.sure ? today : `${today} (check first)`)]);
}

function bare(discreet: boolean): (service: SharedService) => string {
	return ({ name, phone, textLine }) => {
		const number = phone ?? (textLine && `text ${textLine}`);
		if (discreet) return number ?? '';
		return number ? `${name} ${number}` : name;
	};
}

/** What a whole plan is made from, in words. */
export interface PlanTextInput {
	lines: readonly PlanLine[];
	services: ReadonlyMap<string, SharedService>;
	link: string;
	/** True to send notes too. */
	notes: boolean;
}

/** The whole plan as plain text, for e-mail and for pasting anywhere. */
export function planText({ lines, services, link, notes }: PlanTextInput): string {
	const blocks = lines.flatMap((line) => {
		const text = lineText(line, services);
		return text && (line.kind !== 'note' || notes) ? [text] : [];
	});
	const numbered = blocks.map((block, i) => `${i + 1}. ${block}`);
	return [...numbered, `Open this plan on a phone:\n${link}`, 'Check before you travel: things change.'].join('\n\n');
}

function lineText(line: PlanLine, services: ReadonlyMap<string, SharedService>): string | undefined {
	if (line.kind === 'note') return line.text;
	if (line.kind === 'step') return stepText(line);
	if (line.kind === 'moved') {
		const why = line.why === 'closed' ? 'has closed' : 'was taken over';
		return `${line.name} ${why}.${line.to ? ` Use instead: ${line.to.name}${line.to.phone ? ` ${line.to.phone}` : ''}` : ''}`;
	}
	const service = line.kind === 'service' ? services.get(line.card.id) : undefined;
	return service && serviceText(service);
}

/** A step never goes without its warnings. */
function stepText({ step, safety }: Extract<PlanLine, { kind: 'step' }>): string {
	const warnings = safety.filter(({ level }) => level !== 'note').map(({ text }) => text);
	return [step.text, ...warnings, ...(step.say ? [`You can say: “${step.say}”`] : [])].join('\n');
}

function serviceText(service: SharedService): string {
	const { name, phone, phoneNote, textLine, web, places } = service;
	return [
		name,
		...(phone ? [`Phone: ${phone}${phoneNote ? ` (${phoneNote})` : ''}`] : []),
		...(textLine ? [`Text: ${textLine}`] : []),
		...(!phone && !textLine && web ? [`Website: ${web}`] : []),
		hoursText(service),
		...places
	].join('\n');
}

/** The hours of a service in one sentence that stays true: on paper and in an e-mail no clock runs. */
export function hoursText({ hours, sure, phone }: SharedService): string {
	const first = phone ? 'Ring first.' : 'Check first.';
	return hours ? weekInWords(hours, { sure, first }) : `Opening times not known. ${first}`;
}
