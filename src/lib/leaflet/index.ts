/** Leaflets to print: what stands on them, for whom and where, and what fits on the paper. Pure; the clock is passed in. */
export {
	areaIn,
	choosableCouncils,
	FORMATS,
	fromFragment,
	needsFor,
	printable,
	toFragment,
	type Choices,
	type Format
} from './choices.ts';
export { compose, type LeafletItem, type LeafletSection, type LeafletService } from './compose.ts';
export { fit, type Fitted, type Piece } from './fit.ts';
export { pick, WEIGHT, type PickedSection } from './pick.ts';
