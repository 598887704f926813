import type { SourceTopic } from '#core/result/figure-ids.ts';
import { valueFieldOf } from '#core/settings/value-words.ts';
import type { Translation } from '../../lib/translation.tsx';
import type { MessageKey } from '../../texts/sv.ts';

/** What a topic's words can mean, in the reader's language. */
export function ownValues(
  topic: SourceTopic,
  t: Translation['t'],
): readonly { readonly value: string; readonly label: string }[] {
  return Object.keys(valueFieldOf(topic)?.words ?? {}).map((value) => ({
    value,
    label: topic === 'employee-survey' ? value : t(keyOf(topic, value)),
  }));
}

const KNOWN: Readonly<Partial<Record<SourceTopic, (value: string) => string>>> = {
  initiatives: (value) => `status.${value}`,
  benefits: (value) => `kind.${value}`,
  maturity: (value) => `maturity-area.${value}`,
  trends: (value) => `horizon.${value}`,
};

/** The catalogue of values in core is closed, and a test holds a text for each. */
function keyOf(topic: SourceTopic, value: string): MessageKey {
  return (KNOWN[topic]?.(value) ?? 'sources.value.none') as MessageKey;
}
