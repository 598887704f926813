import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channelPlace } from '#core/digest/channel-link.ts';

const TEAM = 'd4c2a937-f097-435a-bc91-5c1683ca7245';
const CHANNEL = '19:4a95f7d8db4c4e7fae857bcebe0623e6@thread.tacv2';
const path = `${encodeURIComponent(CHANNEL)}/Ledning%20och%20styrning`;

describe('a link to a channel', () => {
  test.each([
    `https://teams.microsoft.com/l/channel/${path}?groupId=${TEAM}&tenantId=x`,
    `https://teams.cloud.microsoft/l/channel/${path}?tenantId=x&groupId=${TEAM.toUpperCase()}&ngc=true`,
    `  https://teams.microsoft.com/l/channel/${encodeURIComponent(CHANNEL)}?groupId=${TEAM}#top `,
  ])('names its team and channel: %s', (link) => {
    expect(channelPlace(link)).toEqual({ teamId: TEAM, channelId: CHANNEL });
  });

  test.each([
    ['', 'nothing'],
    [`https://teams.example.com/l/channel/${path}?groupId=${TEAM}`, 'another host'],
    [
      `https://teams.microsoft.com.evil.example/l/channel/${path}?groupId=${TEAM}`,
      'a host that only begins so',
    ],
    [`http://teams.microsoft.com/l/channel/${path}?groupId=${TEAM}`, 'plain http'],
    [`https://teams.microsoft.com/l/channel/${path}`, 'no team'],
    [`https://teams.microsoft.com/l/channel/${path}?groupId=${TEAM}x`, 'no GUID'],
    [`https://teams.microsoft.com/l/channel/19%3A..%2F..%2Fusers?groupId=${TEAM}`, 'a way out of the path'],
    [`https://teams.microsoft.com/l/channel/%E0%A4%A?groupId=${TEAM}`, 'broken encoding'],
    [`https://teams.microsoft.com/l/message/${path}?groupId=${TEAM}`, 'a message'],
  ])('is not %s: %s', (link) => {
    expect(channelPlace(link)).toBeNull();
  });

  test('never yields an id that leads elsewhere in a path', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (channel, team) => {
        const place = channelPlace(
          `https://teams.microsoft.com/l/channel/${encodeURIComponent(channel)}/a?groupId=${team}`,
        );
        expect(`${place?.teamId ?? ''}${place?.channelId ?? ''}`).not.toMatch(/[/?#%\s]/);
      }),
    );
  });
});
