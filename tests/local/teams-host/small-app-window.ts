import type * as teams from '@microsoft/teams-js';

/** What the small app puts on its window for the test to drive. */
declare global {
  interface Window {
    teams: typeof teams;
    /** Themes that have come since the start. */
    themes: string[];
  }
}
