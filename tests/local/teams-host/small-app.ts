import * as teams from '@microsoft/teams-js';

import './small-app-window.ts';

/** A tab of a few lines that uses the real teams-js; the test drives the library through `window.teams`. */
window.teams = teams;
window.themes = [];
await teams.app.initialize();
teams.app.registerOnThemeChangeHandler((theme) => window.themes.push(theme));
const context = await teams.app.getContext();
document.body.textContent = JSON.stringify(context);
if (context.page.frameContext === teams.FrameContexts.settings) {
  teams.pages.config.registerOnSaveHandler((event) => {
    void teams.pages.config
      .setConfig({
        entityId: 'enhet-7',
        contentUrl: `${location.origin}/tab/?enhet=7`,
        suggestedDisplayName: 'Index',
      })
      .then(() => event.notifySuccess());
  });
}
void teams.app.notifySuccess();
