/** The event by which a page hands the search a line, where it runs in the page. */
export const PORT_EVENT = 'fingerpost-search';
