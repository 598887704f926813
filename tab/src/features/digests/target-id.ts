const MOST_CHARACTERS = 40;

/**
 * A new channel's id, made from its name so that it can be recognised in a receipt: "Digitala rådet" is
 * "digitala-radet". A number tells it from those that exist.
 */
export function newTargetId(name: string, taken: readonly string[]): string {
  const plain =
    name
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, MOST_CHARACTERS)
      .replace(/^-+|-+$/g, '') || 'kanal';
  let id = plain;
  for (let number = 2; taken.includes(id); number += 1) id = `${plain}-${number}`;
  return id;
}
