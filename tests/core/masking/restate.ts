import type { UnitCounts, UnitTree } from '#core/masking/unit-tree.ts';
import { below, countsOf } from './random-organisation.ts';

const answersIn = ({ counts }: UnitCounts) =>
  counts!.flatMap((count, index) => Array.from({ length: count }, () => index + 1));

/** A later reading of the same year: answers added, withdrawn, changed or moved, in one to three places. */
export function restate(tree: UnitTree, next: () => number): UnitTree {
  const own = new Map<string, number[]>([
    ['', answersIn(tree.withoutUnit)],
    ...tree.nodes.map((node) => [node.id, answersIn(node.own)] as const),
  ]);
  const ids = [...own.keys()];
  const place = () => own.get(ids[below(next, ids.length)]!)!;
  const some = () => [1, 2, 4, 6, 12, 30][below(next, 6)]!;
  const answer = () => 1 + below(next, 5);
  for (let times = 1 + below(next, 3); times > 0; times -= 1) {
    const kind = below(next, 4);
    const here = place();
    if (kind === 0) here.push(...Array.from({ length: some() }, answer));
    if (kind === 1) here.splice(0, some());
    if (kind === 2) here.splice(0, some(), ...here.slice(0, some()).map(answer));
    if (kind === 3) place().push(...here.splice(0, some()));
  }
  return {
    nodes: tree.nodes.map((node) => ({ ...node, own: countsOf(own.get(node.id)!) })),
    withoutUnit: countsOf(own.get('')!),
  };
}
