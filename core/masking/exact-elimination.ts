/** A linear equation: Σ coefficient × term = 0. Coefficients are whole, so nothing is ever rounded. */
export type Equation = Map<string, bigint>;

/**
 * Eliminates unknowns from a system of equations by exact row operations and returns what remains of it: equations that
 * say, of the other terms, all that the system says and nothing else. Sparse: of the equations with
 * an unknown the shortest is added to the others. The equations given are used up.
 */
export function eliminate(equations: readonly Equation[], unknowns: Iterable<string>): readonly Equation[] {
  const standing = new Set(equations);
  const whereIs = new Map<string, Set<Equation>>([...unknowns].map((unknown) => [unknown, new Set()]));
  for (const equation of equations) for (const term of equation.keys()) whereIs.get(term)?.add(equation);
  for (const [unknown, places] of whereIs) {
    const [pivot, ...others] = [...places].sort((a, b) => a.size - b.size);
    if (!pivot) continue;
    for (const other of others) {
      addMultiple(other, pivot, unknown);
      for (const term of pivot.keys()) {
        if (other.has(term)) whereIs.get(term)?.add(other);
        else whereIs.get(term)?.delete(other);
      }
    }
    standing.delete(pivot);
    for (const term of pivot.keys()) whereIs.get(term)?.delete(pivot);
  }
  return [...standing].filter((equation) => equation.size > 0);
}

/** Adds to one equation the multiple of another that makes a term vanish. */
function addMultiple(into: Equation, from: Equation, term: string): void {
  const [a, b] = [into.get(term) ?? 0n, from.get(term) ?? 0n];
  const common = gcd(a, b);
  const [scale, factor] = [b / common, -a / common];
  const sign = scale < 0n ? -1n : 1n;
  if (scale !== 1n && scale !== -1n) for (const [key, value] of into) into.set(key, value * scale * sign);
  for (const [key, value] of from) {
    const sum = (into.get(key) ?? 0n) + value * factor * sign;
    if (sum === 0n) into.delete(key);
    else into.set(key, sum);
  }
}

function gcd(a: bigint, b: bigint): bigint {
  let [large, small] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}
