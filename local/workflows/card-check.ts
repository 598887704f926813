import { createRequire } from 'node:module';

/** Teams takes about 28 KB for a message. */
export const MOST_BYTES = 28 * 1024;
const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
/** Elements that Teams knows and the open-source renderer does not. */
const TEAMS_ONLY = /^Chart\.(Line|Gauge|Donut|Pie|HorizontalBar(\.Stacked)?|VerticalBar(\.Grouped)?)$/;

interface Parsed {
  readonly eventCount: number;
  getEventAt(index: number): { readonly message: string };
}
interface AdaptiveCards {
  readonly AdaptiveCard: {
    new (): { parse(card: unknown, context: Parsed): void };
    readonly langProperty: { readonly regEx: RegExp };
  };
  readonly SerializationContext: new () => Parsed;
}
// The package's ES modules don't load in Node; its bundle does.
const { AdaptiveCard, SerializationContext } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as AdaptiveCards;

export type Checked =
  | { readonly kind: 'card'; readonly card: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly reason: string };

/** Looks at a message as a Workflows webhook and Teams do: its wrapping, the card's version, and every element. */
export function checkMessage(body: unknown): Checked {
  const refused = (reason: string): Checked => ({ kind: 'refused', reason });
  if (!isRecord(body) || body['type'] !== 'message') return refused('type must be "message"');
  const { attachments } = body;
  if (!Array.isArray(attachments) || attachments.length !== 1) return refused('one attachment is needed');
  const attachment: unknown = attachments[0];
  if (!isRecord(attachment) || attachment['contentType'] !== CARD_TYPE)
    return refused(`contentType must be ${CARD_TYPE}`);
  const card = attachment['content'];
  if (!isRecord(card) || card['type'] !== 'AdaptiveCard') return refused('content must be an AdaptiveCard');
  const version = typeof card['version'] === 'string' ? card['version'] : '';
  if (!/^1\.[0-5]$/.test(version)) return refused(`version ${version || 'missing'}: Teams takes up to 1.5`);
  const faults = faultsOf(card);
  return faults.length > 0 ? refused(faults.join('; ')) : { kind: 'card', card };
}

function faultsOf(card: Readonly<Record<string, unknown>>): readonly string[] {
  const context = new SerializationContext();
  // The renderer's pattern is global and remembers where it stopped: it would refuse every second card that has a language.
  AdaptiveCard.langProperty.regEx.lastIndex = 0;
  try {
    new AdaptiveCard().parse(withoutTeamsOnly(card), context);
  } catch (error) {
    // The renderer throws at what can't stand where it stands.
    return [error instanceof Error ? error.message : String(error)];
  }
  return Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
}

/** Puts a plain text in place of the elements that only Teams knows, so that the rest can be checked. */
function withoutTeamsOnly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTeamsOnly);
  if (!isRecord(value)) return value;
  if (typeof value['type'] === 'string' && TEAMS_ONLY.test(value['type'])) {
    return value['fallback'] === undefined || value['fallback'] === 'drop'
      ? { type: 'TextBlock', text: '-' }
      : withoutTeamsOnly(value['fallback']);
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutTeamsOnly(member)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
