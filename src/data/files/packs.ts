/**
 * Services are kept in packs: one of each area, one of its pharmacies (hundreds, short and alike), and one of each set
 * of areas that share services. The id of a pack is the ids of its areas joined by a dot, which no id of an area has.
 */
const JOIN = '.';
const PHARMACIES = 'pharmacies';

/** Id of the pack for services of all these areas, which are sorted. */
export function packId(areas: readonly string[], pharmacies: boolean): string {
	return [...areas, ...(pharmacies ? [PHARMACIES] : [])].join(JOIN);
}

/** True for a pack of pharmacies. */
export function isPharmacyPack(pack: string): boolean {
	return pack.endsWith(JOIN + PHARMACIES);
}

/** The areas that are meant by ids of areas and packs. */
export function areasIn(ids: readonly string[]): ReadonlySet<string> {
	return new Set(ids.flatMap((id) => id.split(JOIN)));
}

/** Of all pack ids, those that hold services of any of `areas` (or of the areas of a pack, when that is given). */
export function packsOf(packs: readonly string[], areas: readonly string[]): string[] {
	const wanted = areasIn(areas);
	return packs.filter((pack) => pack.split(JOIN).some((area) => wanted.has(area)));
}

/** Of all pack ids, those that are an area's own. */
export function areasOf(packs: readonly string[]): string[] {
	return packs.filter((pack) => !pack.includes(JOIN));
}

/** Role of a data file that people of one area need and others do not. */
export function areaRole(role: string, area: string): string {
	return `${role}${JOIN}${area}`;
}

/** For everyone in England, wherever they live. */
export const NATIONAL = 'national';

/** Roles of files that only pages for work read (professionals, leaflets): not for the phone of a person who seeks help. */
export const TOOL_ROLES: readonly string[] = ['coverage', 'leaflets', 'professionals'];

/** Where the directory comes area by area: towns by area, read when somebody types one that no area on the device has. */
export const TOWNS = 'towns';
/** … the part of the directory that tells the area of a service, by its code: read for one that no area on the device has. */
export const WHEREABOUTS = 'whereabouts-';

/** Files that no phone keeps. The emergency page has everything in its own HTML, and runs no script. */
const isKept = (role: string) => role !== 'emergency' && role !== TOWNS && !role.startsWith(WHEREABOUTS);

/** Of all roles of data files, those that any of `areas` needs on a phone: files for everyone, and their own, without those for work. */
export function rolesFor(roles: readonly string[], areas: readonly string[]): string[] {
	const wanted = areasIn(areas);
	return roles.filter((role) => {
		const area = role.split(JOIN)[1];
		return isKept(role) && !TOOL_ROLES.includes(role) && (area === undefined || wanted.has(area));
	});
}
