import { expect, it } from 'vitest';
import { cardTextToHtml } from '../../../local/teams-host/card-text.ts';
import { parseDeepLink, writeDeepLink } from '../../../local/teams-host/deep-link.ts';
import type { HostUser } from '../../../local/teams-host/host-contract.ts';
import { mustReload, readState, writeState } from '../../../local/teams-host/host-state.ts';

const ORIGIN = 'http://localhost:4280';
const user = (id: string, roles: readonly string[]): HostUser => ({
  id,
  displayName: id,
  userPrincipalName: `${id}@ekviken.example`,
  tenantId: 't',
  roles,
});
const USERS = [user('elin', []), user('mats', ['Index.Manager']), user('amira', ['Index.Admin'])] as const;
const read = (query: string) => readState(new URLSearchParams(query), [...USERS]);

it('reads the state from the address, and what is left out or unknown takes its default', () => {
  expect(read('?theme=rosa&user=ingen')).toEqual({
    user: USERS[0],
    theme: 'default',
    locale: 'sv-se',
    frame: 'personal',
    view: 'desktop',
    pane: 'open',
    page: '',
    authFailure: null,
  });
  expect(read('?view=phone').pane).toBe('closed');
  expect(read('?frame=settings').pane).toBe('closed');
});

it('names a user by id, by user principal name or by role', () => {
  expect(read('?user=mats').user.id).toBe('mats');
  expect(read('?user=mats@ekviken.example').user.id).toBe('mats');
  expect(['employee', 'manager', 'admin'].map((role) => read(`?user=${role}`).user.id)).toEqual([
    'elin',
    'mats',
    'amira',
  ]);
});

it('writes an address that gives the same state back', () => {
  const state = read(
    '?user=admin&theme=contrast&locale=en-us&frame=channel&view=phone&pane=open&page=delivery?year=2025&auth=fail',
  );
  expect(state).toMatchObject({ page: 'delivery?year=2025', authFailure: 'consent_required' });
  expect(readState(new URLSearchParams(writeState(state)), [...USERS])).toEqual(state);
});

it('starts the app anew for identity, language and frame, not for theme, width or channel', () => {
  const state = read('');
  for (const part of [{ user: USERS[1] }, { locale: 'en-us' }, { frame: 'channel' }] as const)
    expect(mustReload(state, { ...state, ...part })).toBe(true);
  for (const part of [{ theme: 'dark' }, { view: 'phone' }, { pane: 'closed' }] as const)
    expect(mustReload(state, { ...state, ...part })).toBe(false);
});

it('reads a deep link of Teams or of this origin, and gives the page it asks for', () => {
  const link = { appId: 'app', entityId: 'index', page: 'benefit?year=2025' };
  expect(parseDeepLink(writeDeepLink(link, 'Nytta 2025', ORIGIN), ORIGIN)).toEqual(link);
  expect(
    parseDeepLink(
      `https://teams.microsoft.com/l/entity/app/index?webUrl=x&context=${encodeURIComponent('{"subEntityId":"overview"}')}`,
      ORIGIN,
    ),
  ).toEqual({ ...link, page: 'overview' });
  expect(parseDeepLink('/l/entity/app/index', ORIGIN)).toEqual({ ...link, page: '' });
});

it('takes no other address for a deep link', () => {
  for (const address of [
    'https://exempel.se/l/entity/app/index',
    `${ORIGIN}/l/chat/0/0`,
    `${ORIGIN}/l/entity/app/index?context={trasig`,
    'inte en adress',
  ])
    expect(parseDeepLink(address, ORIGIN)).toBeNull();
});

it('renders the Markdown that Teams renders in a card, and nothing that the text could smuggle in', () => {
  expect(cardTextToHtml('Index **8,2** och _mer_')).toBe(
    '<p>Index <strong>8,2</strong> och <em>mer</em></p>',
  );
  expect(cardTextToHtml('- a\n- b\nslut')).toBe('<ul><li>a</li><li>b</li></ul><p>slut</p>');
  expect(cardTextToHtml('[sidan](https://exempel.se/a?b=1&c=2)')).toContain(
    'href="https://exempel.se/a?b=1&amp;c=2"',
  );
  expect(cardTextToHtml('[fel](javascript:alert(1)) <img src=x onerror=y>')).toBe(
    '<p>[fel](javascript:alert(1)) &lt;img src=x onerror=y&gt;</p>',
  );
});
