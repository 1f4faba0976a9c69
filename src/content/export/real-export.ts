import { readContent } from '../read/index.ts';
import { readPlaceTables } from '../read/place-tables.ts';
import { allExportFiles } from './index.ts';
import { publicationOf } from './publication.ts';

/** For tests: the real content and its exports, made once for a test file. */

export const SITE = 'https://fingerpost.example';
export const content = readContent('.');
export const publication = publicationOf(content, readPlaceTables('.'));
export const files = allExportFiles(publication, SITE);
