import type {
  ChannelMessage,
  ChannelMessages,
  HostToken,
  HostTokenRequest,
  HostUser,
  HostUsers,
} from './host-contract.ts';

/** The users that one may be; throws where the server does not answer or names none. */
export async function fetchUsers(): Promise<readonly [HostUser, ...HostUser[]]> {
  const { users } = await fetchJson<HostUsers>('/host/users');
  const [first, ...others] = users;
  if (first === undefined) throw new Error('/host/users nämner ingen användare');
  return [first, ...others];
}

export async function fetchToken(userId: string): Promise<string> {
  const { token } = await fetchJson<HostToken>('/host/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ userId } satisfies HostTokenRequest),
  });
  return token;
}

export async function fetchMessages(): Promise<readonly ChannelMessage[]> {
  const { messages } = await fetchJson<ChannelMessages>('/host/channels/messages');
  return messages;
}

// The server is our own stand-in, built together with this page: its answers are trusted to have the contract's shape.
async function fetchJson<Body>(address: string, init?: RequestInit): Promise<Body> {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${address} svarade ${response.status}`);
  return (await response.json()) as Body;
}
