/**
 * What the Teams host page asks of the local web server that serves it. The server answers on the page's own origin:
 *
 *     GET  /host/users               → HostUsers
 *     POST /host/token               HostTokenRequest → HostToken (404 for an unknown user)
 *     GET  /host/channels/messages   → ChannelMessages, newest last
 *     GET  /l/entity/…               → the host page itself, which reads the link from its address
 */
export interface HostUser {
  /** Object id in the directory, the token's `oid`. */
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly tenantId: string;
  /** App roles in the token: none, `Index.Manager` or `Index.Admin`. */
  readonly roles: readonly string[];
}

export interface HostUsers {
  readonly users: readonly HostUser[];
}

export interface HostTokenRequest {
  readonly userId: string;
}

export interface HostToken {
  /** For the app's own API, as Teams' single sign-on gives it. */
  readonly token: string;
}

/** A message that a flow, or somebody through Graph, has put in a channel. */
export interface ChannelMessage {
  readonly id: string;
  /** Shown name of the channel, for instance `Digitalisering`. */
  readonly channelName: string;
  /** Who posted it, for instance `Workflows`. */
  readonly author: string;
  /** When it came, ISO. */
  readonly postedAt: string;
  /** The Adaptive Card itself, without its attachment wrapping. */
  readonly card: Readonly<Record<string, unknown>>;
}

export interface ChannelMessages {
  readonly messages: readonly ChannelMessage[];
}
