/** A process that may be killed at any call it makes to the world: before the call is made, or after it was carried out. */
export class MortalProcess {
  readonly #dies: () => boolean;
  #killed: () => void = () => undefined;
  #isDead = false;
  /** Resolves when the process is killed. */
  readonly death: Promise<'killed'>;

  /** @param dies asked twice a call, before and after */
  constructor(dies: () => boolean) {
    this.#dies = dies;
    this.death = new Promise((resolve) => (this.#killed = () => resolve('killed')));
  }

  /**
   * The port as this process sees it. After the kill no call comes back and none is made: not one line of the process
   * runs any more, `catch` and `finally` included.
   */
  sees<Port extends object>(port: Port): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...parameters: readonly unknown[]) =>
          this.#call(() => Reflect.apply(member, target, parameters) as Promise<unknown>);
      },
    });
  }

  async #call(call: () => Promise<unknown>): Promise<unknown> {
    if (this.#mayDie()) return never();
    try {
      return await call();
    } finally {
      if (this.#mayDie()) await never();
    }
  }

  #mayDie(): boolean {
    if (!this.#isDead && this.#dies()) {
      this.#isDead = true;
      this.#killed();
    }
    return this.#isDead;
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
