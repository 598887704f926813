/**
 * The same JSON with every text well-formed: half of a surrogate pair, which a list may hold and which cutting a text may
 * leave, becomes U+FFFD. Canonical JSON has no form for it, so no hash.
 */
export function wellFormed<T>(json: T): T {
  return repaired(json) as T;
}

function repaired(json: unknown): unknown {
  if (typeof json === 'string') return json.toWellFormed();
  if (Array.isArray(json)) return json.map(repaired);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key.toWellFormed(), repaired(value)]),
  );
}
