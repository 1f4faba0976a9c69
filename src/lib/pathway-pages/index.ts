/** What the pages under /go/ show, with and without answers. Pure. */
export {
	goIds,
	isGoPage,
	loadGoPage,
	openPlanOf,
	type BranchPage,
	type GoPage,
	type GoSource,
	type PlanPage,
	type QuestionPage
} from './pages.ts';
export { type Brief, type OpenPlan, type OpenServices, type OpenStep } from './open-plan.ts';
export { progressAt, type Progress } from './progress.ts';
export { relaxed } from './relax.ts';
export { addressOf, afterAnswer, askedBefore, leadsTo, planWay, questionBefore } from './steps-on.ts';
export { answerText, NOT_SURE_TEXT, SKIP_TEXT, type BranchSection, type WayOn } from './ways-on.ts';
