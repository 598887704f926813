interface NamedUnit {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** What each unit is called where its place in the tree is not seen: "Administration (Kultur och fritid)" where names are equal. */
export function unitNames(units: readonly NamedUnit[]): ReadonlyMap<string, string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const bearers = new Map<string, number>();
  for (const { name } of units) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  return new Map(
    units.map(({ id, name, parentId }) => {
      const parent = parentId === null ? undefined : byId.get(parentId);
      const isShared = (bearers.get(name) ?? 0) > 1;
      return [id, isShared && parent !== undefined ? `${name} (${parent.name})` : name];
    }),
  );
}
