import { BicepError, tokensOf, type Token } from './bicep-tokens.ts';

/** A value as written. `text` is a string's source; names that it uses are found by {@link namesIn}. */
export type Expression =
  | { readonly kind: 'string'; readonly text: string; readonly parts: readonly Expression[] }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string; readonly line: number }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string; readonly line: number }
  | { readonly kind: 'index'; readonly of: Expression; readonly by: Expression }
  | { readonly kind: 'call'; readonly of: Expression; readonly with: readonly Expression[] }
  | { readonly kind: 'lambda'; readonly names: readonly string[]; readonly body: Expression }
  | {
      readonly kind: 'operation';
      readonly operators: readonly string[];
      readonly parts: readonly Expression[];
    }
  | { readonly kind: 'object'; readonly members: readonly Member[]; readonly nested: readonly Declaration[] }
  | { readonly kind: 'array'; readonly items: readonly Expression[] }
  | { readonly kind: 'for'; readonly name: string; readonly in: Expression; readonly body: Expression };

export interface Member {
  readonly name: string;
  readonly value: Expression;
}

export interface Decorator {
  readonly name: string;
  readonly with: readonly Expression[];
}

export interface Declaration {
  readonly kind: 'param' | 'var' | 'output' | 'resource' | 'module';
  readonly name: string;
  readonly line: number;
  /** Type of a param or output; resource type; module path. */
  readonly type: string;
  readonly existing: boolean;
  readonly condition: Expression | null;
  readonly decorators: readonly Decorator[];
  readonly value: Expression | null;
}

export interface BicepFile {
  readonly targetScope: string;
  readonly extensions: readonly string[];
  readonly declarations: readonly Declaration[];
}

/**
 * Reads the part of Bicep that infra/ uses, strictly: what it does not know is an error, never skipped.
 *
 * @throws BicepError with the line
 */
export function readBicep(source: string): BicepFile {
  return new Reader(source).file();
}

const BINARY = new Set(['==', '!=', '>=', '<=', '&&', '||', '??', '<', '>', '+', '-', '*', '/', '%']);

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(source: string) {
    this.#tokens = tokensOf(source);
  }

  file(): BicepFile {
    let targetScope = 'resourceGroup';
    const extensions: string[] = [];
    const declarations: Declaration[] = [];
    this.#lines();
    while (this.#here.kind !== 'end') {
      if (this.#takes('targetScope')) {
        this.#must('=');
        targetScope = this.#kind('string').text;
      } else if (this.#takes('extension')) extensions.push(this.#kind('word').text);
      else declarations.push(this.#declaration());
      this.#must('\n');
      this.#lines();
    }
    return { targetScope, extensions, declarations };
  }

  get #here(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '', line: 0 };
  }
  #is(text: string): boolean {
    return this.#here.kind !== 'string' && this.#here.text === text;
  }
  #takes(text: string): boolean {
    const is = this.#is(text);
    if (is) this.#at += 1;
    return is;
  }
  #must(text: string): void {
    if (!this.#takes(text))
      throw new BicepError(
        this.#here.line,
        `expected ${JSON.stringify(text)}, not ${JSON.stringify(this.#here.text)}`,
      );
  }
  #kind(kind: Token['kind']): Token {
    const token = this.#here;
    if (token.kind !== kind)
      throw new BicepError(token.line, `expected a ${kind}, not ${JSON.stringify(token.text)}`);
    this.#at += 1;
    return token;
  }
  #lines(): void {
    while (this.#here.kind === 'line') this.#at += 1;
  }

  #declaration(): Declaration {
    const decorators: Decorator[] = [];
    while (this.#takes('@')) {
      const { text: name } = this.#kind('word');
      this.#must('(');
      decorators.push({ name, with: this.#given() });
      this.#lines();
    }
    const { text: kind, line } = this.#kind('word');
    if (!isDeclarationKind(kind)) throw new BicepError(line, `${kind} is no declaration`);
    const { text: name } = this.#kind('word');
    const base = { kind, name, line, decorators, existing: false, condition: null };
    if (kind === 'var') {
      this.#must('=');
      return { ...base, type: '', value: this.#expression() };
    }
    if (kind === 'param' || kind === 'output') {
      const { text: type } = this.#kind('word');
      const value = this.#takes('=') ? this.#expression() : null;
      return { ...base, type, value };
    }
    const { text: type } = this.#kind('string');
    const existing = this.#takes('existing');
    this.#must('=');
    let condition: Expression | null = null;
    if (this.#takes('if')) {
      this.#must('(');
      condition = this.#expression();
      this.#must(')');
    }
    return { ...base, type, existing, condition, value: this.#expression() };
  }

  #expression(): Expression {
    const first = this.#binary();
    if (this.#continues('?')) {
      const yes = this.#expression();
      if (!this.#continues(':')) throw new BicepError(this.#here.line, 'a question without an else');
      return { kind: 'operation', operators: ['?'], parts: [first, yes, this.#expression()] };
    }
    return first;
  }

  /** A question may go on on the next line. */
  #continues(symbol: '?' | ':'): boolean {
    const back = this.#at;
    this.#lines();
    if (this.#takes(symbol)) return true;
    this.#at = back;
    return false;
  }

  #binary(): Expression {
    const parts = [this.#postfix()];
    const operators: string[] = [];
    while (this.#here.kind === 'symbol' && BINARY.has(this.#here.text)) {
      operators.push(this.#here.text);
      this.#at += 1;
      parts.push(this.#postfix());
    }
    const [only] = parts;
    return only && parts.length === 1 ? only : { kind: 'operation', operators, parts };
  }

  #postfix(): Expression {
    let value = this.#primary();
    for (;;) {
      const { line } = this.#here;
      if (this.#takes('!')) continue;
      if (this.#takes('.')) value = { kind: 'member', of: value, name: this.#kind('word').text, line };
      else if (this.#takes('[')) {
        value = { kind: 'index', of: value, by: this.#expression() };
        this.#must(']');
      } else if (this.#takes('(')) {
        value = { kind: 'call', of: value, with: this.#given() };
      } else return value;
    }
  }

  /** Arguments, up to the end of their parenthesis. */
  #given(): readonly Expression[] {
    const given: Expression[] = [];
    while (!this.#takes(')')) {
      given.push(this.#expression());
      if (!this.#is(')')) this.#must(',');
    }
    return given;
  }

  #primary(): Expression {
    const token = this.#here;
    if (token.kind === 'string') {
      this.#at += 1;
      return { kind: 'string', text: token.text, parts: interpolationsOf(token.text) };
    }
    if (token.kind === 'number' || ['true', 'false', 'null'].includes(token.text)) {
      this.#at += 1;
      return { kind: 'literal', text: token.text };
    }
    if (this.#takes('{')) return this.#object();
    if (this.#takes('[')) return this.#array();
    if (this.#takes('!')) return { kind: 'operation', operators: ['!'], parts: [this.#postfix()] };
    if (this.#takes('(')) {
      const inner = this.#expression();
      this.#must(')');
      return inner;
    }
    const { text, line } = this.#kind('word');
    if (this.#takes('=>')) return { kind: 'lambda', names: [text], body: this.#expression() };
    return { kind: 'name', text, line };
  }

  #object(): Expression {
    const members: Member[] = [];
    const nested: Declaration[] = [];
    this.#lines();
    while (!this.#takes('}')) {
      if (this.#is('resource')) nested.push(this.#declaration());
      else {
        const key = this.#here.kind === 'string' ? this.#kind('string') : this.#kind('word');
        if (members.some(({ name }) => name === key.text))
          throw new BicepError(key.line, `${key.text} stands twice`);
        this.#must(':');
        members.push({ name: key.text, value: this.#expression() });
      }
      if (!this.#takes(',') && !this.#is('}')) this.#must('\n');
      this.#lines();
    }
    return { kind: 'object', members, nested };
  }

  #array(): Expression {
    const items: Expression[] = [];
    this.#lines();
    while (!this.#takes(']')) {
      if (this.#takes('for')) {
        const { text: name } = this.#kind('word');
        this.#must('in');
        const over = this.#expression();
        this.#must(':');
        const body = this.#expression();
        this.#lines();
        this.#must(']');
        return { kind: 'for', name, in: over, body };
      }
      items.push(this.#expression());
      if (!this.#takes(',') && !this.#is(']')) this.#must('\n');
      this.#lines();
    }
    return { kind: 'array', items };
  }
}

function isDeclarationKind(word: string): word is Declaration['kind'] {
  return ['param', 'var', 'output', 'resource', 'module'].includes(word);
}

/** The expressions inside `${…}` of a string. */
function interpolationsOf(text: string): readonly Expression[] {
  return [...text.matchAll(/(?<!\\)\$\{([^}]*)\}/g)].map(([, inner = '']) => {
    const [only] = readBicep(`var interpolation = ${inner}`).declarations;
    if (!only?.value) throw new BicepError(0, `\${${inner}}`);
    return only.value;
  });
}
