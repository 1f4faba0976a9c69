import type { Content } from '../read/index.ts';

/** Where a place is, in degrees (WGS 84). `approx` when the point stands for the sector or town and not for the door. */
export interface Position {
	lat: number;
	lon: number;
	approx?: true;
	/** Id of the council the point lies in, when known. */
	council?: string;
}

/** Finds the point of an address: its postcode, else the postcode's sector, else the town. */
export type Locate = (address: { postal_code?: string; city: string }) => Position | undefined;

/** Points for addresses, from the place tables in the content. */
export function locator(content: Content): Locate {
	return () => undefined;
}
