import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds in the tab, as "rule: element": empty where all is well. Themes differ in colours only. */
export async function axeFindings(page: Page, what: 'all' | 'colours'): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page })
    .include('iframe')
    // Fluent's own guards at the ends of a closed dialog: they pass the focus on and keep none.
    .exclude(['iframe', '[data-tabster-dummy]']);
  const chosen =
    what === 'all'
      ? builder.options({ rules: { 'target-size': { enabled: true } } })
      : builder.withRules(['color-contrast', 'link-in-text-block']);
  const { violations } = await chosen.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
