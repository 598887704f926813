/** A new source's id, made of its topic: `initiatives`, and a number where that is taken. */
export function newSourceId(topic: string, taken: readonly string[]): string {
  let id = topic;
  for (let number = 2; taken.includes(id); number += 1) id = `${topic}-${number}`;
  return id;
}
