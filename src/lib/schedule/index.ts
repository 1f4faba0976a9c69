/** When things are open: pure, London time, the clock always passed in. Hours come from `src/content/hours`. */
export { describe, describeState } from './words/describe.ts';
export { holidaysCoverage, holidayOn } from './holidays.ts';
export { dayOf, isoDate, londonDay, weekdayOf, type Instant } from './london.ts';
export { openCards } from './open-cards.ts';
export { isOutOfHours } from './out-of-hours.ts';
export { shownCard, shownDetail, shownHours, unknownWords } from './shown-hours.ts';
export { nextChange, openAt, stateAt, type State } from './state.ts';
export { weekInWords } from './words/week-words.ts';
export { weekNotes, weekTable, type WeekRow } from './words/week-table.ts';
