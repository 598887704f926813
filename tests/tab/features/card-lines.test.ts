import { expect, it } from 'vitest';
import { cardLines } from '../../../tab/src/features/digests/card-lines.ts';
import { newTargetId } from '../../../tab/src/features/digests/target-id.ts';
import { routeOfConfig, tabConfigOf } from '../../../tab/src/features/configure/tab-config.ts';
import { START_ROUTE } from '../../../tab/src/lib/route.ts';

it('reads what a card says in its order, through its containers', () => {
  const card = {
    type: 'AdaptiveCard',
    body: [
      { type: 'TextBlock', size: 'large', text: 'Index 2025' },
      {
        type: 'ColumnSet',
        columns: [{ type: 'Column', items: [{ type: 'TextBlock', text: '8,2' }] }, null, 'x'],
      },
      { type: 'FactSet', facts: [{ title: 'Nytta', value: '8,7' }] },
      { type: 'Image', url: 'https://example.org/a.png' },
      { type: 'TextBlock', text: '  ' },
    ],
    actions: [{ type: 'Action.OpenUrl', title: 'Öppna', url: 'https://example.org/' }],
  };
  expect(cardLines(card)).toEqual([
    { kind: 'heading', text: 'Index 2025', value: null },
    { kind: 'text', text: '8,2', value: null },
    { kind: 'fact', text: 'Nytta', value: '8,7' },
    { kind: 'link', text: 'Öppna', value: 'https://example.org/' },
  ]);
});

it('says nothing of a card that is not one', () => {
  expect(cardLines({})).toEqual([]);
  expect(cardLines({ body: 7, actions: null })).toEqual([]);
});

it('names a new channel by its name, apart from those that exist', () => {
  expect(newTargetId('Digitala rådet', [])).toBe('digitala-radet');
  expect(newTargetId('Digitala rådet', ['digitala-radet', 'digitala-radet-2'])).toBe('digitala-radet-3');
  expect(newTargetId('!!!', [])).toBe('kanal');
  expect(newTargetId('x'.repeat(200), []).length).toBeLessThanOrEqual(60);
});

it('keeps the chosen page and year of a channel tab in its address and reads them back', () => {
  const route = { ...START_ROUTE, page: 'benefit', year: 2024, language: 'en' } as const;
  const config = tabConfigOf(route, 'https://index.ekviken.example/tab/', 'Nytta 2024');
  expect(config).toEqual({
    entityId: 'benefit?year=2024&language=en',
    contentUrl: 'https://index.ekviken.example/tab/#/benefit?year=2024&language=en',
    websiteUrl: 'https://index.ekviken.example/tab/#/benefit?year=2024&language=en',
    suggestedDisplayName: 'Nytta 2024',
  });
  expect(routeOfConfig(config.contentUrl)).toEqual(route);
  expect(routeOfConfig(undefined)).toEqual(START_ROUTE);
});
