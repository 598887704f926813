/**
 * What scrolls by itself must be reachable by keyboard: not every browser sees to that. A group: a landmark for each
 * table would hide the page's own among them. Whoever spreads this gives it a name.
 */
export const SCROLLER = { role: 'group', tabIndex: 0 } as const;
