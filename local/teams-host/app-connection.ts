/** A call from the app, as teams-js posts it. */
interface AppMessage {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args: readonly unknown[];
}

/** Answers one function; undefined: teams-js waits for no answer. */
export type AppAnswer = (
  args: readonly unknown[],
) => readonly unknown[] | Promise<readonly unknown[]> | undefined;

export interface AppConnection {
  /** Tells the app of an event, such as `themeChange`. */
  send(event: string, args: readonly unknown[]): void;
  close(): void;
}

/**
 * The host's side of the teams-js protocol, to one frame of our own origin. A call that has no entry in `answers` stays without
 * answer, as it does in Teams.
 */
export function connectApp(
  frame: HTMLIFrameElement,
  answers: Readonly<Record<string, AppAnswer>>,
): AppConnection {
  const origin = location.origin;
  const receive = (event: MessageEvent<unknown>): void => {
    if (event.source !== frame.contentWindow || event.origin !== origin || !isAppMessage(event.data)) return;
    const message = event.data;
    const answer = answers[message.func]?.(message.args);
    if (answer === undefined) return;
    void Promise.resolve(answer).then((args) => {
      frame.contentWindow?.postMessage(
        { id: message.id, uuidAsString: message.uuidAsString, args },
        { targetOrigin: origin },
      );
    });
  };
  window.addEventListener('message', receive);
  return {
    send: (func, args) => frame.contentWindow?.postMessage({ func, args }, { targetOrigin: origin }),
    close: () => window.removeEventListener('message', receive),
  };
}

function isAppMessage(data: unknown): data is AppMessage {
  return (
    typeof data === 'object' &&
    data !== null &&
    'id' in data &&
    typeof data.id === 'number' &&
    'func' in data &&
    typeof data.func === 'string' &&
    'args' in data &&
    Array.isArray(data.args)
  );
}
