/** What is given out as open data: made by the build for the page that lists it. */
export interface ExportList {
	/** Day of the newest source in the content, YYYY-MM-DD. */
	made: string;
	/** Records in the exports. */
	services: number;
	organizations: number;
	/** Places that may be named: confidential ones are in no export. */
	places: number;
	/** Files that the page names, by path under /data/. */
	files: { path: string; bytes: number }[];
	/** The folder of Open Referral UK as a whole. */
	openReferral: { files: number; bytes: number };
}
