/** What a card says, line by line, without how it looks. */
export interface CardLine {
  readonly kind: 'heading' | 'text' | 'fact' | 'link';
  readonly text: string;
  /** The value of a fact, or the address of a link. */
  readonly value: string | null;
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Where an element keeps what is inside it. */
const CONTAINERS = ['body', 'items', 'columns', 'rows', 'cells', 'inlines'] as const;

function isHeading(element: Json): boolean {
  return element['style'] === 'heading' || ['large', 'extraLarge'].includes(text(element['size']));
}

function linesOf(element: Json): readonly CardLine[] {
  switch (element['type']) {
    case 'TextBlock':
    case 'TextRun':
      return [{ kind: isHeading(element) ? 'heading' : 'text', text: text(element['text']), value: null }];
    case 'FactSet':
      return objects(element['facts']).map((fact) => ({
        kind: 'fact',
        text: text(fact['title']),
        value: text(fact['value']),
      }));
    case 'Action.OpenUrl':
      return [{ kind: 'link', text: text(element['title']), value: text(element['url']) }];
    default:
      return [...CONTAINERS.flatMap((key) => objects(element[key])), ...objects(element['actions'])].flatMap(
        linesOf,
      );
  }
}

/** Reads what an Adaptive Card says, in its order. What has no text, such as a picture, is passed over. */
export function cardLines(card: Json): readonly CardLine[] {
  return linesOf(card).filter((line) => line.text.trim() !== '');
}
