import { totalsOf, type UnitCounts, type UnitTree } from '#core/masking/unit-tree.ts';

/** How good a choice of shown units is: the organisation first, then more units, then fewer hidden answers. */
export interface Value {
  readonly organisation: boolean;
  readonly units: number;
  readonly hiddenAnswers: number;
}

/** One place's own answers, and whether readers know that somebody answered there. */
interface Part {
  readonly answers: readonly number[];
  readonly isCertain: boolean;
}
type Rule = (parts: readonly Part[]) => boolean;

const answersIn = ({ counts }: UnitCounts) =>
  counts!.flatMap((count, index) => Array.from({ length: count }, () => index + 1));

/** METHOD.md section 6, rules 1 and 2, word by word. */
export function mayShowFigures(k: number): Rule {
  const isEnough = (limit: number) => (parts: readonly Part[]) => {
    const answers = parts.flatMap((part) => part.answers);
    const sum = answers.reduce((total, answer) => total + answer, 0);
    const certain = parts.filter(({ isCertain }) => isCertain).length;
    const n = answers.length;
    return n >= k && sum < 5 * n - limit && sum > n + limit && n > certain;
  };
  return (parts) => isEnough(1)(parts) && withoutOne(parts).every(isEnough(4));
}

/** METHOD.md section 6, rule 3. */
export function mayShowBands(minimum: number): Rule {
  const isEnough = (parts: readonly Part[]) => {
    const answers = parts.flatMap((part) => part.answers);
    const bands = [(a: number) => a > 3, (a: number) => a === 3, (a: number) => a < 3];
    const outside = bands.map((isIn) => answers.filter((answer) => !isIn(answer)).length);
    return answers.length >= minimum && Math.min(...outside) >= 2;
  };
  return (parts) => isEnough(parts) && withoutOne(parts).every(isEnough);
}

/** What each person who is alone in a place sees of the others. */
function withoutOne(parts: readonly Part[]): readonly (readonly Part[])[] {
  return parts
    .filter(({ answers }) => answers.length === 1)
    .map((own) => parts.filter((part) => part !== own));
}

export function valueOf(tree: UnitTree, shown: ReadonlySet<string>, candidates: ReadonlySet<string>): Value {
  const { units } = totalsOf(tree);
  const hidden = [...candidates].filter((id) => id !== '' && !shown.has(id));
  return {
    organisation: shown.has(''),
    units: [...shown].filter((id) => id !== '').length,
    hiddenAnswers: hidden.reduce((sum, id) => sum + units.get(id)!.n, 0),
  };
}

/** All that could be shown if nothing were beside it. */
export function candidatesOf(tree: UnitTree, rule: Rule, among?: ReadonlySet<string>): ReadonlySet<string> {
  const { units, organisation } = totalsOf(tree);
  const totals = [['', organisation] as const, ...units];
  const isCandidate = (total: UnitCounts) => rule([{ answers: answersIn(total), isCertain: false }]);
  return new Set(
    totals.filter(([id, total]) => (among?.has(id) ?? true) && isCandidate(total)).map(([id]) => id),
  );
}

/** Whether every region is empty or may be seen: a shown unit less its topmost shown descendants. */
export function isSafe(tree: UnitTree, shown: ReadonlySet<string>, rule: Rule): boolean {
  return unsafeHead(tree, shown, rule) === undefined;
}

function unsafeHead(tree: UnitTree, shown: ReadonlySet<string>, rule: Rule): string | undefined {
  const { units } = totalsOf(tree);
  const answering = new Set(
    tree.nodes.filter(({ id }) => units.get(id)!.n > 0).map(({ parentId }) => parentId ?? ''),
  );
  const headOf = headFinder(tree, shown);
  const regions = new Map<string, Part[]>();
  for (const { id, own } of [{ id: '', own: tree.withoutUnit }, ...tree.nodes]) {
    const head = headOf(id);
    if (head === undefined || own.n === 0) continue;
    const isCertain = id !== '' && !shown.has(id) && !answering.has(id);
    regions.set(head, [...(regions.get(head) ?? []), { answers: answersIn(own), isCertain }]);
  }
  return [...regions].find(([, parts]) => !rule(parts))?.[0];
}

/** The unit itself if it is shown, or the nearest shown one above. */
function headFinder({ nodes }: UnitTree, shown: ReadonlySet<string>) {
  const parents = new Map(nodes.map(({ id, parentId }) => [id, parentId ?? '']));
  return (id: string | undefined) => {
    let head = id;
    while (head !== undefined && !shown.has(head)) head = parents.get(head);
    return head;
  };
}

/** The best of all safe choices: tries every one. */
export function bestOfEvery(tree: UnitTree, candidates: ReadonlySet<string>, rule: Rule): Value {
  const ids = [...candidates];
  let best: Value = { organisation: false, units: -1, hiddenAnswers: 0 };
  for (let choice = 0; choice < 2 ** ids.length; choice += 1) {
    const shown = new Set(ids.filter((_, index) => (choice >> index) & 1));
    const value = valueOf(tree, shown, candidates);
    if (isBetter(value, best) && isSafe(tree, shown, rule)) best = value;
  }
  return best;
}

function isBetter(a: Value, b: Value): boolean {
  if (a.organisation !== b.organisation) return a.organisation;
  return a.units === b.units ? a.hiddenAnswers < b.hiddenAnswers : a.units > b.units;
}

/** A simpler masker to compare with: where a rest is unsafe, hides the smallest shown unit next to it, or the head. */
export function nextSmallest(
  tree: UnitTree,
  candidates: ReadonlySet<string>,
  rule: Rule,
): ReadonlySet<string> {
  const { units } = totalsOf(tree);
  const shown = new Set(candidates);
  for (let head = unsafeHead(tree, shown, rule); head !== undefined; head = unsafeHead(tree, shown, rule)) {
    const headOf = headFinder(tree, shown);
    const [next] = tree.nodes
      .filter(({ id, parentId }) => shown.has(id) && headOf(parentId ?? '') === head)
      .sort((a, b) => units.get(a.id)!.n - units.get(b.id)!.n);
    shown.delete(next?.id ?? head);
  }
  return shown;
}
