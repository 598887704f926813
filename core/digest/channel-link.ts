/** A channel as Microsoft Graph names it. */
export interface ChannelPlace {
  /** The team's id in the directory, a GUID. */
  readonly teamId: string;
  /** For instance `19:4a95f7d8db4c4e7fae857bcebe0623e6@thread.tacv2`. */
  readonly channelId: string;
}

const LINK =
  /^https:\/\/teams\.(?:microsoft\.com|cloud\.microsoft)\/l\/channel\/([^/?#]+)(?:\/[^?#]*)?\?([^#]*)/i;
const CHANNEL_ID = /^19:[\w.-]+@thread\.(?:tacv2|skype)$/;
const TEAM_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Reads the link that "Get link to channel" in Teams gives. It names the team and the channel, so that no permission to
 * read teams is needed. Null where it is no such link.
 *
 * @example channelPlace('https://teams.microsoft.com/l/channel/19%3Aab%40thread.tacv2/Allm%C3%A4nt?groupId=…&tenantId=…')
 */
export function channelPlace(link: string): ChannelPlace | null {
  const [, writtenChannel = '', query = ''] = LINK.exec(link.trim()) ?? [];
  const channelId = decoded(writtenChannel);
  const teamId = /(?:^|&)groupId=([^&]+)/i.exec(query)?.[1] ?? '';
  return CHANNEL_ID.test(channelId) && TEAM_ID.test(teamId)
    ? { teamId: teamId.toLowerCase(), channelId }
    : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
