import { describe, expect, test } from 'vitest';
import {
  isPrivateAddress,
  PrivateAddressError,
  publicLookup,
} from '../../../api/src/adapters/teams/public-lookup.ts';
import { WorkflowsSender } from '../../../api/src/adapters/teams/workflows-sender.ts';

const clock = { now: () => new Date(0) };
const card = { type: 'AdaptiveCard' };

describe('an address that a webhook leads to', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a9fe:a9fe',
    'not an address',
  ])('is inside: %s', (address) => expect(isPrivateAddress(address)).toBe(true));

  test.each(['20.50.2.3', '172.32.0.1', '2603:1020::1', '::ffff:20.50.2.3'])(
    'is on the internet: %s',
    (address) => expect(isPrivateAddress(address)).toBe(false),
  );

  test('is looked at when the connection is made, so that a name can not lead inside', async () => {
    const found = await new Promise((resolve) => publicLookup('localhost', {}, resolve));
    expect(found).toBeInstanceOf(PrivateAddressError);
  });

  test.each(['https://localhost:9/hook', 'https://127.0.0.1:9/hook', 'https://[::1]:9/hook'])(
    'is refused before a byte is sent: %s',
    async (address) => {
      const sender = new WorkflowsSender({ clock, timeoutMs: 2000, insideHosts: [] });
      expect(await sender.post(address, card)).toEqual({
        kind: 'refused',
        status: null,
        reason: 'address',
      });
    },
  );

  test('that nobody answers at may be tried again: nothing can have been sent', async () => {
    const sender = new WorkflowsSender({ clock, timeoutMs: 2000, insideHosts: ['localhost:9'] });
    expect(await sender.post('https://localhost:9/hook', card)).toMatchObject({
      kind: 'try-again',
      retryClass: 'unreachable',
    });
  });
});
