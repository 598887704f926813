import { compareCodePoints } from './code-points.ts';
import type { GroupRule } from './group-rule.ts';
import { EMPTY_GROUP, statesOf, type GroupState, type GroupStates } from './group-state.ts';
import { ORGANISATION, type UnitCounts, type UnitTree } from './unit-tree.ts';

/**
 * One way to show and hide units of a subtree. `rest` is what is left above its topmost shown units and becomes part
 * of the residual of the next shown unit above.
 */
interface Choice {
  readonly rest: GroupState;
  readonly shown: number;
  /** Answers of the units hidden though they could be seen for themselves. */
  readonly hiddenAnswers: number;
  /** How it came about, to read the shown units back: its parts, and the unit it shows. */
  readonly parts: readonly Choice[];
  readonly shows: string | null;
}

const NOTHING: Choice = { rest: EMPTY_GROUP, shown: 0, hiddenAnswers: 0, parts: [], shows: null };

/**
 * Chooses which units to show. Every shown unit heads a region: what is left of it when its topmost shown descendants
 * are taken away. The regions share out all answers, and whatever follows from the published totals by adding and
 * subtracting is made of whole regions; so the choice is safe exactly when every region is empty or may be seen.
 *
 * Of all safe choices this is the one that keeps the organisation's total if any does, then shows most units, then hides
 * fewest answers; among equals the unit first in code-point order of ids is hidden. Found bottom-up: per unit
 * the best choice for every state that its rest can be in. METHOD.md section 6, rule 2.
 *
 * @param candidates those that may be shown as far as other rules go, {@link ORGANISATION} among them if it may; those
 * too small for `rule` are left out here
 */
export function chooseShown(
  tree: UnitTree,
  totals: ReadonlyMap<string, UnitCounts>,
  candidates: ReadonlySet<string>,
  rule: GroupRule,
): ReadonlySet<string> {
  const states = statesOf(rule);
  const answersOf = (id: string) => totals.get(id)?.n ?? 0;
  const children = childrenById(tree);
  const ofUnit = new Map<string, readonly Choice[]>();
  const below = (id: string, own: UnitCounts): readonly Choice[] => {
    const parts = children.get(id) ?? [];
    const mustHaveAnswers = own.n > 0 && id !== ORGANISATION && parts.every((part) => answersOf(part) === 0);
    const start: Choice = {
      ...NOTHING,
      rest: own.n === 0 ? EMPTY_GROUP : states.ofPart(own, mustHaveAnswers),
    };
    return parts.reduce<readonly Choice[]>(
      (so, part) => join(so, ofUnit.get(part) ?? [NOTHING], states),
      [start],
    );
  };
  // Children stand after their parents, so the last come first.
  for (const { id, own } of [...tree.nodes].reverse()) {
    const choices = below(id, own);
    const total = totals.get(id);
    const isCandidate = candidates.has(id) && total !== undefined && mayBeSeen(total, rule);
    ofUnit.set(id, isCandidate ? hideOrShow(id, total.n, choices, states) : choices);
  }
  const everything = below(ORGANISATION, tree.withoutUnit);
  const whole = totals.get(ORGANISATION);
  const closable =
    candidates.has(ORGANISATION) && whole !== undefined && mayBeSeen(whole, rule)
      ? everything.filter(({ rest }) => states.mayRemain(rest))
      : [];
  const best = (closable.length > 0 ? closable : everything).reduce((a, b) => (isBetter(b, a) ? b : a));
  const shown = shownIn(best);
  return closable.length > 0 ? shown.add(ORGANISATION) : shown;
}

function mayBeSeen(group: UnitCounts, { measure, minimums }: GroupRule): boolean {
  return measure(group, false).every((value, index) => value >= (minimums[index] ?? 0));
}

function isBetter(a: Choice, b: Choice): boolean {
  return a.shown !== b.shown ? a.shown > b.shown : a.hiddenAnswers < b.hiddenAnswers;
}

/** Hiding stands before showing, so that among equal choices the first unit is the hidden one. */
function hideOrShow(
  id: string,
  answers: number,
  choices: readonly Choice[],
  states: GroupStates,
): readonly Choice[] {
  const hidden = choices.map((choice) => ({ ...choice, hiddenAnswers: choice.hiddenAnswers + answers }));
  const shown = choices
    .filter(({ rest }) => states.mayRemain(rest))
    .map((choice): Choice => ({
      rest: EMPTY_GROUP,
      shown: choice.shown + 1,
      hiddenAnswers: choice.hiddenAnswers,
      parts: [choice],
      shows: id,
    }));
  return bestOfEach([...hidden, ...shown], states);
}

function join(some: readonly Choice[], others: readonly Choice[], states: GroupStates): readonly Choice[] {
  const pairs = some.flatMap((a) =>
    others.map((b): Choice =>
      a === NOTHING
        ? b
        : b === NOTHING
          ? a
          : {
              rest: states.join(a.rest, b.rest),
              shown: a.shown + b.shown,
              hiddenAnswers: a.hiddenAnswers + b.hiddenAnswers,
              parts: [a, b],
              shows: null,
            },
    ),
  );
  return pairs.length === 1 ? pairs : bestOfEach(pairs, states);
}

/** The best choice per state; none that an always safe rest beats, since that serves wherever another does. */
function bestOfEach(choices: readonly Choice[], states: GroupStates): readonly Choice[] {
  const best = new Map<string, Choice>();
  let safest: Choice | undefined;
  for (const choice of choices) {
    const known = best.get(choice.rest.key);
    if (known && !isBetter(choice, known)) continue;
    best.set(choice.rest.key, choice);
    if (states.isAlwaysSafe(choice.rest)) safest = choice;
  }
  return [...best.values()].filter(
    (choice) => safest === undefined || choice === safest || isBetter(choice, safest),
  );
}

function childrenById({ nodes }: UnitTree): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const { id, parentId } of nodes) {
    const siblings = children.get(parentId ?? ORGANISATION);
    if (siblings) siblings.push(id);
    else children.set(parentId ?? ORGANISATION, [id]);
  }
  for (const siblings of children.values()) siblings.sort(compareCodePoints);
  return children;
}

function shownIn(choice: Choice): Set<string> {
  const shown = new Set<string>();
  const waiting = [choice];
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (at.shows !== null) shown.add(at.shows);
    waiting.push(...at.parts);
  }
  return shown;
}
