import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Rules for all that WCAG 2.2 AA asks and a tool can see, and axe's best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeResults {
	violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
}

function isResults(value: unknown): value is AxeResults {
	return typeof value === 'object' && value !== null && 'violations' in value && Array.isArray(value.violations);
}

/**
 * Puts the button that floats over the page in its place at the end. What it stands over can be scrolled clear of it, but
 * a tool that looks at one moment would call that covered.
 */
export async function inItsPlace(page: Page): Promise<void> {
	await page.evaluate(() => {
		const floating = document.querySelector<HTMLElement>('.leave');
		if (floating) floating.style.position = 'static';
	});
}

/** What axe finds wrong on the page as it stands, one line each. `colours`: looks at contrast alone. */
export async function axeProblems(page: Page, look: 'all' | 'colours' = 'all'): Promise<string[]> {
	await page.evaluate(AXE);
	const runOnly = look === 'all' ? TAGS : { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
	const results: unknown = await page.evaluate(`axe.run(document, ${JSON.stringify({ runOnly })})`);
	if (!isResults(results)) throw new Error('axe gave no results.');
	return results.violations.flatMap(({ id, help, nodes }) =>
		nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')} ${failureSummary ?? ''}`)
	);
}

/** What axe does not look at: order of headings, landmarks, size of targets, sideways scrolling. One line each. */
export function otherProblems(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const TARGET = 44;
		const found: string[] = [];
		const shown = (element: Element) => element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });
		const say = (element: Element) =>
			`${element.tagName.toLowerCase()} "${(element.textContent ?? '').trim().slice(0, 40)}"`;

		const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(shown);
		if (headings.filter(({ tagName }) => tagName === 'H1').length !== 1) found.push('there is not exactly one h1');
		let last = 0;
		for (const heading of headings) {
			const level = Number(heading.tagName[1]);
			if (level > last + 1) found.push(`${say(heading)} skips a level`);
			last = level;
		}

		for (const landmark of ['main', 'header', 'footer', 'nav'])
			if (!document.querySelector(landmark)) found.push(`there is no ${landmark}`);

		const inText = (element: Element) =>
			getComputedStyle(element).display === 'inline' &&
			[...(element.parentElement?.childNodes ?? [])].some(
				(node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim().length > 1
			);
		for (const target of document.querySelectorAll(
			'a[href], button, input, select, textarea, summary, [role="button"]'
		)) {
			if (!shown(target) || inText(target)) continue;
			// A box inside its label is pressed by pressing the label; a skip link is for keyboards.
			const pressed = target.closest('label') ?? target;
			// What only keyboards reach is shown with the focus, and measured with it.
			if (getComputedStyle(target).clipPath !== 'none' && target instanceof HTMLElement) target.focus();
			const { width, height, bottom } = pressed.getBoundingClientRect();
			if (bottom <= 0 || target.closest('.leaflet-container')) continue;
			if (height < TARGET - 0.5 || width < 24)
				found.push(
					`${say(target)} is ${Math.round(width)} x ${Math.round(height)} px, in ${target.parentElement?.className ?? ''}`
				);
		}

		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth > clientWidth) {
			const wide = [...document.querySelectorAll('main *, header *, footer *')].filter(
				(element) => element.getBoundingClientRect().right > clientWidth + 1
			);
			found.push(`the page is ${scrollWidth} px wide on ${clientWidth}: ${wide.slice(0, 3).map(say).join('; ')}`);
		}
		return found;
	});
}
