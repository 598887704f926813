import {
  maskUnits,
  type CellMask,
  type Mask,
  type Minimums,
  type NeverHidden,
} from '#core/masking/mask-units.ts';
import { headsOf } from '#core/masking/regions.ts';
import { ORGANISATION, totalsOf } from '#core/masking/unit-tree.ts';
import type { MaturityTally } from './maturity-tally.ts';
import { addSums, type AnswerSum, type MaturityTree } from './maturity-tree.ts';
import { MATURITY_SCALE_MAXIMUM } from './row-codes.ts';

/**
 * Units whose percentage would tell what everybody in them said: all answers lie at one end of the scale, but for one step at
 * most. The same limit as for the employee item's mean, {@link ORGANISATION} among them where it is so for all.
 * METHOD.md section 6, rule 1.
 */
export function tellingUnits(tally: MaturityTally, { statements }: MaturityTree): ReadonlySet<string> {
  const all = [[ORGANISATION, tally.statements] as const, ...statements];
  return new Set(all.filter(([, of]) => givesAllAway(addSums(of))).map(([id]) => id));
}

/**
 * Masks the survey by its persons, so that neither a unit nor what is left of one gives all its answers away: where what is left
 * would, the unit is hidden too, or of the whole organisation the smallest unit that is taken from it. METHOD.md section 6,
 * rules 1 and 2.
 *
 * @param mayShow which cells may be shown at all
 */
export function maskAnswers(
  tree: Pick<MaturityTree, 'tree' | 'ownAnswers'>,
  minimums: Minimums,
  mayShow: NeverHidden,
): Mask {
  const hidden = { figures: new Set<string>(), openFigures: new Set<string>() };
  for (;;) {
    const mask = maskUnits(tree.tree, minimums, (id, cell) => {
      const isOpen = cell === 'openFigures' || cell === 'openBands';
      return mayShow(id, cell) && !(isOpen ? hidden.openFigures : hidden.figures).has(id);
    });
    const more = (['figures', 'openFigures'] as const).flatMap((cell) =>
      tooTelling(tree, mask, cell).map((id) => ({ id, cell })),
    );
    if (more.length === 0) return mask;
    for (const { id, cell } of more) hidden[cell].add(id);
  }
}

/** Units to hide so that what is left of others tells less. */
function tooTelling(
  { tree, ownAnswers }: Pick<MaturityTree, 'tree' | 'ownAnswers'>,
  mask: Mask,
  cell: keyof CellMask,
): readonly string[] {
  const shown = new Set([...mask.units].flatMap(([id, of]) => (of[cell] ? [id] : [])));
  if (mask.organisation[cell]) shown.add(ORGANISATION);
  const heads = headsOf(tree, shown);
  const left = new Map<string, AnswerSum[]>();
  for (const [id, sum] of ownAnswers) {
    const head = heads.get(id);
    if (head !== undefined) left.set(head, [...(left.get(head) ?? []), sum]);
  }
  const telling = [...left].filter(([, sums]) => givesAllAway(addSums(sums))).map(([head]) => head);
  const totals = totalsOf(tree).units;
  return telling.flatMap((head) => {
    if (head !== ORGANISATION) return [head];
    const top = tree.nodes.filter(({ id, parentId }) => shown.has(id) && heads.get(parentId ?? '') === '');
    const sizeOf = (id: string) => totals.get(id)?.n ?? 0;
    const [smallest] = top.map(({ id }) => id).sort((a, b) => sizeOf(a) - sizeOf(b) || (a < b ? -1 : 1));
    return smallest === undefined ? [] : [smallest];
  });
}

function givesAllAway({ n, sum }: AnswerSum): boolean {
  return n > 0 && (sum >= MATURITY_SCALE_MAXIMUM * n - 1 || sum <= n + 1);
}
