import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { SourceColumns } from '#core/contracts/sources.ts';
import type { SourceDraft } from '#core/settings/source-draft.ts';
import { valueFieldOf } from '#core/settings/value-words.ts';
import { useTranslation, type Translation } from '../../../lib/translation.tsx';
import { ownValues } from '../own-values.ts';
import { ScaleEndFields, type ScaleEnds } from './scale-end-fields.tsx';

const useStyles = makeStyles({
  words: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    gap: '14px 20px',
    alignItems: 'start',
  },
  add: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px' },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface ValuesStepProps {
  readonly draft: SourceDraft;
  readonly columns: SourceColumns;
  readonly scaleEnds: ScaleEnds;
  readonly onChange: (change: Partial<SourceDraft>) => void;
  readonly onScaleEnds: (ends: ScaleEnds) => void;
}

/** What the list's words mean, and where the scales end. */
export function ValuesStep(props: ValuesStepProps): ReactElement {
  const { draft, columns, scaleEnds, onChange, onScaleEnds } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const [added, setAdded] = useState('');
  const field = valueFieldOf(draft.topic)?.field;
  const column = columns.columns.find(({ name }) => name === draft.columns[field ?? '']);
  const suggested = new Map((column?.values ?? []).map((value) => [value.word, value]));
  const words = [...new Set([...suggested.keys(), ...Object.keys(draft.values)])];
  const choices = ownValues(draft.topic, t);
  const choose = (word: string, value: string) => {
    const others = Object.entries(draft.values).filter(([other]) => other !== word);
    onChange({ values: Object.fromEntries(value === '' ? others : [...others, [word, value]]) });
  };
  const hasScales = ['innovationEfficiency', 'operationalStrategic', 'externalInternal'].some(
    (scale) => (draft.columns[scale] ?? null) !== null,
  );
  return (
    <>
      {words.length === 0 && <p className={styles.note}>{t('sources.values.none')}</p>}
      <div className={styles.words}>
        {words.map((word) => {
          const suggestion = suggested.get(word);
          const isUnmapped = draft.values[word] === undefined;
          const isKnownUnmapped = isUnmapped && suggestion?.reason === 'left-out';
          const isSuggested = isKnownUnmapped || (!isUnmapped && suggestion?.value === draft.values[word]);
          return (
            <Field
              key={word}
              label={t('sources.values.word', { word })}
              hint={isSuggested && suggestion !== undefined ? hintOf(suggestion, t) : null}
              validationState={isUnmapped && !isKnownUnmapped ? 'warning' : 'none'}
              validationMessage={isUnmapped && !isKnownUnmapped ? t('sources.values.unmapped') : null}
            >
              <Select value={draft.values[word] ?? ''} onChange={(_event, data) => choose(word, data.value)}>
                <option value="">{t('sources.value.none')}</option>
                {choices.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            </Field>
          );
        })}
      </div>
      {field !== undefined && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault();
            const [first] = choices;
            if (added.trim() !== '' && first !== undefined) choose(added.trim(), first.value);
            setAdded('');
          }}
        >
          <Field label={t('sources.values.add')} hint={t('sources.values.add.hint')}>
            <Input value={added} maxLength={100} onChange={(_event, data) => setAdded(data.value)} />
          </Field>
          <Button type="submit">{t('sources.values.add.button')}</Button>
        </form>
      )}
      {hasScales && <ScaleEndFields ends={scaleEnds} suggestion={columns.scaleEnds} onChange={onScaleEnds} />}
    </>
  );
}

type Suggestion = SourceColumns['columns'][number]['values'][number];

/** How sure a suggestion is, and why; null where there is none. */
function hintOf({ confidence, reason }: Suggestion, t: Translation['t']): string | null {
  if (confidence === 'none' || reason === null) return null;
  return t('sources.suggestion', {
    confidence: t(`sources.confidence.${confidence}`),
    reasons: t(`sources.value-reason.${reason}`),
  });
}
