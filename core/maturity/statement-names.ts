import { foldWords } from '#core/fields/fold-words.ts';
import { MATURITY_AREA_IDS, type MaturityArea } from '#core/result/figure-ids.ts';

interface NamedStatement {
  readonly area: MaturityArea;
  readonly folded: string;
  name: string;
}

/**
 * Numbers statements as they are met. A statement is its area and its words, trimmed, spaces collapsed, case folded;
 * it is shown as the spelling that comes first in code-point order, so that the order of rows does not matter.
 */
export class StatementNames {
  readonly #numbers: Readonly<Record<MaturityArea, Map<string, number>>> = {
    efficiency: new Map(),
    innovation: new Map(),
    balancing: new Map(),
    technology: new Map(),
    users: new Map(),
    organisation: new Map(),
  };
  readonly #statements: NamedStatement[] = [];

  numberOf(area: MaturityArea, text: string): number {
    const ofArea = this.#numbers[area];
    const folded = foldWords(text);
    let number = ofArea.get(folded);
    if (number === undefined) {
      number = this.#statements.length;
      ofArea.set(folded, number);
      this.#statements.push({ area, folded, name: text });
    }
    const statement = this.#statements[number];
    if (statement && text < statement.name) statement.name = text;
    return number;
  }

  get size(): number {
    return this.#statements.length;
  }

  at(number: number): { readonly area: MaturityArea; readonly name: string } | undefined {
    return this.#statements[number];
  }

  /** Statements whose words stand in more than one area, among those numbered in `used`. */
  inSeveralAreas(used: ReadonlySet<number>): readonly string[] {
    const areas = new Map<string, { name: string; areas: number }>();
    for (const [number, { folded, name }] of this.#statements.entries()) {
      if (!used.has(number)) continue;
      const seen = areas.get(folded);
      if (!seen) areas.set(folded, { name, areas: 1 });
      else areas.set(folded, { name: name < seen.name ? name : seen.name, areas: seen.areas + 1 });
    }
    return [...areas.values()]
      .filter((statement) => statement.areas > 1)
      .map(({ name }) => name)
      .sort();
  }

  /** Statement numbers by area (in the order of the model), then by name in code-point order. */
  inOrder(): readonly number[] {
    const place = ({ area }: NamedStatement) => MATURITY_AREA_IDS.indexOf(area);
    return [...this.#statements.entries()]
      .sort(([, a], [, b]) => place(a) - place(b) || (a.name < b.name ? -1 : 1))
      .map(([number]) => number);
  }
}
