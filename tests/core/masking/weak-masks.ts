import { chooseShown } from '#core/masking/choose-shown.ts';
import { bandsRule, figuresRule } from '#core/masking/group-rule.ts';
import type { Mask } from '#core/masking/mask-units.ts';
import { totalsOf, type UnitTree } from '#core/masking/unit-tree.ts';

const mask = (tree: UnitTree, shown: ReadonlySet<string>): Mask => {
  const cell = (isShown: boolean) => ({
    figures: isShown,
    bands: false,
    openFigures: false,
    openBands: false,
  });
  return {
    units: new Map(tree.nodes.map(({ id }) => [id, cell(shown.has(id))])),
    organisation: cell(shown.has('')),
  };
};

function largeEnough(tree: UnitTree, k: number): Set<string> {
  const { units, organisation } = totalsOf(tree);
  return new Set([
    ...(organisation.n >= k ? [''] : []),
    ...[...units].flatMap(([id, { n }]) => (n >= k ? [id] : [])),
  ]);
}

/** Hides small units and nothing else: subtraction gives every one of them away that stands alone. */
export function smallUnitsOnly(tree: UnitTree, k: number): Mask {
  return mask(tree, largeEnough(tree, k));
}

/** What many tools do: where one child of a parent is hidden, the next smallest child is hidden with it. */
export function perParent(tree: UnitTree, k: number): Mask {
  const shown = largeEnough(tree, k);
  const { units } = totalsOf(tree);
  const sizeOf = (id: string) => units.get(id)!.n;
  for (const parent of [null, ...tree.nodes.map(({ id }) => id)]) {
    const children = tree.nodes.filter((node) => node.parentId === parent && sizeOf(node.id) > 0);
    const hidden = children.filter(({ id }) => !shown.has(id));
    const [next] = children.filter(({ id }) => shown.has(id)).sort((a, b) => sizeOf(a.id) - sizeOf(b.id));
    if (hidden.length === 1 && next) shown.delete(next.id);
  }
  return mask(tree, shown);
}

/** The rules for figures and for bands, each kept for itself: a mean beside the bands around it may still tell. */
export function bandsForThemselves(tree: UnitTree, k: number, distribution: number): Mask {
  const { units, organisation } = totalsOf(tree);
  const totals = new Map(units).set('', organisation);
  const figures = chooseShown(tree, totals, new Set(totals.keys()), figuresRule(k));
  const bands = chooseShown(tree, totals, figures, bandsRule(distribution));
  const cell = (id: string) => ({
    figures: figures.has(id),
    bands: bands.has(id),
    openFigures: false,
    openBands: false,
  });
  return { units: new Map(tree.nodes.map(({ id }) => [id, cell(id)])), organisation: cell('') };
}
