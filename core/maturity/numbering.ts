import type { ValueClass } from '#core/fields/read-field.ts';
import type { FindingRule } from '#core/quality/finding-schema.ts';

/** Numbers keys 0, 1, 2 … as they are met. */
export class Numbering {
  readonly #numbers = new Map<string, number>();

  numberOf(key: string): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(key, number);
    }
    return number;
  }

  /** Every key, at the place of its number. */
  keys(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}

/** Why a row is set aside. */
export interface SetAsideReason {
  readonly rule: FindingRule;
  readonly column: string | null;
  readonly valueClass: ValueClass;
}

/** Numbers the reasons for setting rows aside. There are few: rules × columns × kinds of value. */
export class SetAsideReasons {
  readonly #numbering = new Numbering();
  readonly #reasons: SetAsideReason[] = [];

  numberOf(rule: FindingRule, column: string | null, valueClass: ValueClass): number {
    const number = this.#numbering.numberOf(JSON.stringify([rule, column, valueClass]));
    this.#reasons[number] ??= { rule, column, valueClass };
    return number;
  }

  /** Every reason, at the place of its number. */
  list(): readonly SetAsideReason[] {
    return this.#reasons;
  }
}
