/** "Where do I go?": walks the graph of questions and makes the plan. Pure; place and time are passed in. */
export { fromFragment, toFragment, type PathState } from './address.ts';
export { Chooser, type Chosen, type World } from './services/choose.ts';
export { answerIds, answerOf, BrokenGraph, nearestPage, outcomeOf, questionOf, type Answers } from './graph.ts';
export { addUp, toldBy, type Told } from './person.ts';
export { placeOf, type Place } from './place.ts';
export { makePlan, type Gap, type Plan, type PlanStep } from './plan.ts';
export { readPathways } from './read.ts';
export { asked, change, walk, type Given, type Walk } from './walk.ts';
