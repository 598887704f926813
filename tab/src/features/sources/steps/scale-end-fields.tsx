import { Button, Field, makeStyles, SpinButton, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { SuggestedScaleEnds } from '#core/contracts/sources.ts';
import { Notice } from '../../../components/notice.tsx';
import { useTranslation, type Translation } from '../../../lib/translation.tsx';

const useStyles = makeStyles({
  group: { display: 'grid', gap: '10px', margin: 0, padding: 0, border: 'none' },
  legend: { padding: 0, marginBottom: '8px', fontWeight: tokens.fontWeightSemibold },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    gap: '14px 20px',
    alignItems: 'start',
  },
  suggestion: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    margin: 0,
    color: tokens.colorNeutralForeground2,
  },
});

/** The values that mean each end of the portfolio's scales. */
export interface ScaleEnds {
  readonly first: number;
  readonly other: number;
}

interface ScaleEndFieldsProps {
  readonly ends: ScaleEnds;
  /** What the source itself says; null where no column is suggested for a scale. */
  readonly suggestion: SuggestedScaleEnds | null;
  readonly onChange: (ends: ScaleEnds) => void;
}

/** Where the scales end: suggested with reason and confidence, correctable, the suggestion within reach where it is not taken. */
export function ScaleEndFields({ ends, suggestion, onChange }: ScaleEndFieldsProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const isTaken = suggestion?.first === ends.first && suggestion.other === ends.other;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('sources.scale.heading')}</legend>
      <div className={styles.fields}>
        <EndField
          label={t('sources.scale.first')}
          hint={t('sources.scale.first.hint')}
          value={ends.first}
          onChange={(first) => onChange({ ...ends, first })}
        />
        <EndField
          label={t('sources.scale.other')}
          hint={t('sources.scale.other.hint')}
          value={ends.other}
          onChange={(other) => onChange({ ...ends, other })}
        />
      </div>
      {ends.first === ends.other && <Notice tone="warning" title={t('sources.scale.same')} />}
      {suggestion !== null && (
        <p className={styles.suggestion}>
          {isTaken
            ? t('sources.suggestion', why(suggestion, t))
            : t('sources.scale.suggestion', {
                first: suggestion.first,
                other: suggestion.other,
                ...why(suggestion, t),
              })}
          {!isTaken && (
            <Button
              size="small"
              onClick={() => onChange({ first: suggestion.first, other: suggestion.other })}
            >
              {t('sources.scale.take')}
            </Button>
          )}
        </p>
      )}
      {suggestion !== null && suggestion.unlike.length > 0 && (
        <Notice tone="warning" title={t('sources.scale.unlike')}>
          {t('sources.scale.unlike.body', {
            columns: suggestion.unlike
              .map(({ column, first, other }) => t('sources.scale.unlike.column', { column, first, other }))
              .join(', '),
          })}
        </Notice>
      )}
    </fieldset>
  );
}

function why({ confidence, reasons, columns }: SuggestedScaleEnds, t: Translation['t']) {
  const said = reasons.map((reason) => t(`sources.scale-reason.${reason}`)).join(', ');
  return {
    confidence: t(`sources.confidence.${confidence}`),
    reasons:
      columns.length === 0 ? said : t('sources.scale.why', { reasons: said, columns: columns.join(', ') }),
  };
}

function EndField({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}): ReactElement {
  return (
    <Field label={label} hint={hint}>
      <SpinButton
        value={value}
        onChange={(_event, { value: chosen, displayValue }) => {
          const typed = chosen ?? Number(displayValue);
          if (Number.isInteger(typed)) onChange(typed);
        }}
      />
    </Field>
  );
}
