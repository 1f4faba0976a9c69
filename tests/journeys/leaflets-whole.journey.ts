import type { Page } from '@playwright/test';
import { fileName } from '../../src/data/files/data-files.ts';
import { isLeafletContent } from '../../src/data/pages/leaflets.ts';
import { FORMATS, printable, type Format } from '../../src/lib/leaflet/index.ts';
import { axeProblems, inItsPlace } from '../accessibility/screen.ts';
import { areasOf } from '../built/records.ts';
import { indexOf } from '../server/releases.ts';
import { expect, site, test } from '../server/test.ts';

/** Dozens of leaflets one after the other: a limit for a journey that hangs, on a machine that is slow. */
const TIMEOUT = 300_000;
/** The least type that may be on paper, in points: of usual and of large print. */
const TYPE = 11;
const LARGE_TYPE = 16;
/** Pages of A4 by form of paper. */
const PAGES: Readonly<Record<Format, number>> = { sheet: 1, fold: 2, cards: 1 };

const index = indexOf(site());
const read = (role: string): unknown =>
	JSON.parse(
		site()
			.get(`data/${fileName(role, index.files[role] ?? '')}`)
			?.toString() ?? 'null'
	);
const areas = areasOf(site());
const content = read('leaflets');
if (!isLeafletContent(content)) throw new Error('The build has no leaflets.');
const audiences = content.audiences.map(({ id }) => id);

interface Asked {
	area: string;
	audience: string;
	format: Format;
	large: boolean;
}

/** Asks for a leaflet in the page that is open, and waits until it is on show and may be printed. */
async function show(page: Page, { area, audience, format, large }: Asked): Promise<void> {
	const asked = new URLSearchParams({ area, for: audience, format, ...(large && { large: '1' }) });
	await page.evaluate((fragment) => (location.hash = fragment), asked.toString());
	await page.waitForFunction((want) => {
		const shown = new URLSearchParams(document.querySelector('[data-shown]')?.getAttribute('data-shown') ?? '');
		const same = ['area', 'for', 'format', 'large'].every(
			(key) => shown.get(key) === new URLSearchParams(want).get(key)
		);
		const isReady = [...document.querySelectorAll('button')].some(
			({ textContent, disabled }) => textContent === 'Print it' && !disabled
		);
		// Not even what must be there fits: said below, and not waited for.
		return same && (isReady || document.body.textContent.includes('This does not fit on this paper'));
	}, asked.toString());
}

/** What is wrong with the leaflet on show, one line each. `least`: points of the smallest type. */
function faults(page: Page, { least, cards }: { least: number; cards: boolean }): Promise<string[]> {
	return page.evaluate(
		({ least, cards }) => {
			const paper = document.querySelector('.paper[data-fits]');
			if (!paper) return ['nothing is set'];
			const found: string[] = [];
			const say = (element: Element) => (element.textContent ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 50);
			for (const sheet of paper.querySelectorAll(cards ? '.page, .card' : '.page')) {
				const { scrollHeight, clientHeight, scrollWidth, clientWidth } = sheet;
				if (scrollHeight > clientHeight + 1)
					found.push(`${sheet.className} is cut: ${scrollHeight} of ${clientHeight} px`);
				if (scrollWidth > clientWidth + 1)
					found.push(`${sheet.className} is cut: ${scrollWidth} of ${clientWidth} px wide`);
			}
			for (const part of paper.querySelectorAll('.piece, .head, .foot, h4, .qr, p')) {
				if (!part.checkVisibility()) continue;
				const edge = part.closest(cards ? '.card' : '.page')?.getBoundingClientRect();
				const { top, right, bottom, left } = part.getBoundingClientRect();
				if (!edge || top < edge.top - 1 || left < edge.left - 1 || bottom > edge.bottom + 1 || right > edge.right + 1)
					found.push(`"${say(part)}" leaves its paper`);
			}
			for (const code of paper.querySelectorAll('.qr')) {
				const a = code.getBoundingClientRect();
				for (const text of code.closest('.card, .page')?.querySelectorAll('p, h3, h4') ?? []) {
					const lines = document.createRange();
					lines.selectNodeContents(text);
					const covered = [...lines.getClientRects()].some(
						(b) => b.left < a.right - 1 && b.right > a.left + 1 && b.top < a.bottom - 1 && b.bottom > a.top + 1
					);
					if (covered) found.push(`the QR code covers "${say(text)}"`);
				}
			}
			const texts = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
			const small = new Set<string>();
			while (texts.nextNode()) {
				const element = texts.currentNode.parentElement;
				if (!element || !texts.currentNode.nodeValue?.trim() || !element.checkVisibility()) continue;
				const points = (parseFloat(getComputedStyle(element).fontSize) * 72) / 96;
				if (points < least - 0.01) small.add(`${element.tagName}.${element.className} is ${points.toFixed(1)} pt`);
			}
			return [...found, ...small];
		},
		{ least, cards }
	);
}

const paper = (page: Page) => page.locator('.paper[data-fits]');

test.use({ viewport: { width: 1280, height: 800 } });

if (printable(areas).length < 5) throw new Error('The build lacks areas.');
for (const { id: area, name } of printable(areas)) {
	test(`every leaflet of ${name} is whole`, async ({ page }) => {
		test.setTimeout(TIMEOUT);
		expect(audiences).toHaveLength(6);
		await page.clock.setFixedTime(new Date('2026-11-24T11:00:00Z'));
		await page.goto('/print/');
		await expect(page.getByRole('combobox', { name: 'Place' })).toBeVisible();
		const wrong: string[] = [];
		for (const audience of audiences)
			for (const format of FORMATS)
				for (const large of [false, true]) {
					const cards = format === 'cards';
					await show(page, { area, audience, format, large });
					const said = await faults(page, { least: large ? LARGE_TYPE : TYPE, cards });
					const text = (await paper(page).count()) > 0 ? await paper(page).innerText() : '';
					if (!text.includes('Check before you travel.')) said.push('it does not say to check first');
					if (!/\b999\b/.test(text)) said.push('it does not say 999');
					if (!cards && !text.includes('Danger to life? Ring 999')) said.push('danger has no heading');
					wrong.push(...said.map((each) => `${audience}, ${format}${large ? ', large' : ''}: ${each}`));
				}
		expect(wrong).toEqual([]);
	});
}

test('each form of paper is as many pages as it says, in usual and in large print', async ({ page }) => {
	test.setTimeout(TIMEOUT);
	await page.goto('/print/');
	await expect(page.getByRole('combobox', { name: 'Place' })).toBeVisible();
	for (const format of FORMATS)
		for (const large of [false, true]) {
			await show(page, { area: 'essex', audience: 'waiting-room', format, large });
			const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
			expect(pdf.match(/\/Type\s*\/Page\b/g), `${format}, large: ${large}`).toHaveLength(PAGES[format]);
		}
});

test('the maker has nothing that axe finds wrong while a leaflet is on show', async ({ page }) => {
	await page.goto('/print/');
	await expect(page.getByRole('combobox', { name: 'Place' })).toBeVisible();
	for (const format of FORMATS) {
		await show(page, { area: 'thurrock', audience: 'family', format, large: false });
		for (const width of [320, 1280]) {
			await page.setViewportSize({ width, height: 720 });
			await inItsPlace(page);
			expect(await axeProblems(page), `${format}, ${width} px`).toEqual([]);
		}
	}
});
