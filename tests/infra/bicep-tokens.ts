/** One word of a Bicep file. A string's `text` is its source between the quotes, interpolations included. */
export interface Token {
  readonly kind: 'word' | 'number' | 'string' | 'symbol' | 'line' | 'end';
  readonly text: string;
  readonly line: number;
}

/** What is wrong where. */
export class BicepError extends Error {
  override readonly name = 'BicepError';
  constructor(line: number, what: string) {
    super(`line ${line}: ${what}`);
  }
}

const SYMBOLS = ['=>', '==', '!=', '>=', '<=', '&&', '||', '??', '.?', ...'{}[]():,.=?!<>+-*/%@'.split('')];

/** Cuts a file into words. Line ends count: they part members of objects and arrays. @throws BicepError */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  const add = (kind: Token['kind'], text: string) => tokens.push({ kind, text, line });
  while (at < source.length) {
    const rest = source.slice(at);
    const skipped = /^(?:[ \t\r]+|\/\/[^\n]*|\/\*[^]*?\*\/)/.exec(rest)?.[0];
    const plain = /^(?:(?<word>[A-Za-z_]\w*)|(?<number>\d+))/.exec(rest);
    if (skipped !== undefined) {
      line += skipped.split('\n').length - 1;
      at += skipped.length;
    } else if (rest.startsWith('\n')) {
      add('line', '\n');
      line += 1;
      at += 1;
    } else if (rest.startsWith("'")) {
      const length = stringLength(rest, line);
      add('string', rest.slice(1, length - 1));
      at += length;
    } else if (plain) {
      add(plain.groups?.['word'] === undefined ? 'number' : 'word', plain[0]);
      at += plain[0].length;
    } else {
      const symbol = SYMBOLS.find((one) => rest.startsWith(one));
      if (symbol === undefined) throw new BicepError(line, `“${rest[0] ?? ''}” is no Bicep`);
      add('symbol', symbol);
      at += symbol.length;
    }
  }
  add('line', '\n');
  add('end', '');
  return tokens;
}

const ESCAPE = /^\\(?:[\\'nrt$]|u\{[\da-f]+\})/i;

/** A string runs to the next quote that is neither escaped nor inside `${…}`. */
function stringLength(rest: string, line: number): number {
  let depth = 0;
  for (let at = 1; at < rest.length; at += 1) {
    const here = rest.slice(at);
    if (here.startsWith('\n')) break;
    if (depth === 0 && here.startsWith('\\')) {
      const escape = ESCAPE.exec(here)?.[0];
      if (escape === undefined) throw new BicepError(line, `${here.slice(0, 2)} is no escape`);
      at += escape.length - 1;
    } else if (here.startsWith('${')) depth += 1;
    else if (depth > 0 && here.startsWith('}')) depth -= 1;
    else if (depth === 0 && here.startsWith("'")) return at + 1;
  }
  throw new BicepError(line, 'a string without an end');
}
