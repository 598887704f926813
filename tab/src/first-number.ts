import type { Language } from '#core/contracts/digest.ts';
import type { YearSummary } from '#core/contracts/read.ts';
import { figureText } from './lib/shown-figure.ts';
import { firstEn } from './texts/en/first.ts';
import { firstSv } from './texts/sv/first.ts';

/**
 * Draws the index before the page is there: the figure that most readers come for does not wait for the code of everything
 * around it. The page that takes its place has the same words at the same place (first-paint.css). A figure that has no
 * value is left to the page, which says why.
 */
export function drawFirstNumber(root: HTMLElement, summary: YearSummary, language: Language): void {
  const value = figureText(summary.index, 'score', language);
  if (value === null) return;
  const words = language === 'sv' ? firstSv : firstEn;
  const number = element('p', element('span', value), ` ${words['figure.of-ten']}`);
  const card = element('section', element('h2', `${words['figure.index']} ${summary.year}`), number);
  const page = element('div', element('div'), element('main', element('h1', words['page.overview']), card));
  page.className = 'first-number';
  root.replaceChildren(page);
}

function element(tag: string, ...content: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}
