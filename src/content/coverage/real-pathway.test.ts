import { describe, expect, test } from 'vitest';
import { compileArea } from '../compile/pages/area.ts';
import { compileHolidays } from '../compile/holidays.ts';
import { compileServices } from '../compile/services/packs.ts';
import { compilePathways } from '../compile/pages/pathways.ts';
import { readContent } from '../read/index.ts';
import type { Evidence } from './prove.ts';
import { prove } from './prove.ts';
import { proveJourney } from './journeys.ts';
import { cycles, danger, reachable, references, settling, stepsOf } from './structure.ts';

const PATIENCE = { timeout: 120_000 };

/** The pathway as it stands in content/, with every published service. */
function realEvidence(): Evidence {
	const content = readContent(process.cwd());
	const graph = compilePathways(
		content.pathwayFiles.map(({ record }) => record),
		{
			rules: content.safetyRuleFiles.flatMap(({ record }) => record.rules),
			notes: content.safetyNoteFiles.flatMap(({ record }) => record.notes)
		}
	);
	const [holidays] = content.holidayFiles;
	if (!graph || !holidays) throw new Error('The pathway or the holidays cannot be read: run "npm run fingerpost -- check".');
	return {
		graph,
		// Positions are of no account here: no plan is made for a point.
		cards: compileServices(content, () => undefined).map(({ card }) => card),
		areas: content.areas.map(({ record }) => compileArea(record)),
		holidays: compileHolidays(holidays.record),
		journeys: content.pathwayFiles.flatMap(({ record }) => record.journeys ?? [])
	};
}

const evidence = realEvidence();

describe('golden journeys', () => {
	test('there are 40 or more', () => {
		expect(evidence.journeys.length).toBeGreaterThanOrEqual(40);
	});

	test.each(evidence.journeys.map((journey) => [journey.who, journey] as const))('%s', (_who, journey) => {
		expect(proveJourney(evidence.graph, journey, evidence).map(({ message }) => message)).toEqual([]);
	});
});

describe('the pathway of content/pathways', PATIENCE, () => {
	test('is whole: every target is there, every question is reached, no way is endless, danger goes straight to 999', () => {
		const { graph, cards, areas } = evidence;
		const byId = new Map(cards.map((card) => [card.id, card]));
		expect([...references(graph, byId, areas), ...cycles(graph), ...reachable(graph), ...settling(graph), ...danger(graph)]).toEqual([]);
	});

	test('touches every safety rule: without its notes each rule that notes keep is broken', () => {
		const graph = structuredClone(evidence.graph);
		for (const outcome of Object.values(graph.outcomes)) for (const step of stepsOf(outcome)) step.safety = [];
		// Without councils plans are made for no place: what notes say does not depend on it.
		const areas = evidence.areas.map((area) => ({ ...area, councils: [] }));
		const broken = new Set(prove({ ...evidence, graph, areas, journeys: [] }).faults.map(({ rule }) => rule));
		const kept = Array.from({ length: 14 }, (_, index) => `R${index + 1}`);
		expect(kept.filter((rule) => !broken.has(rule))).toEqual([]);
	});
});
