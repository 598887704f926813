import { Field, makeStyles, Select } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Vintage } from '#core/result/vintage.ts';
import { Surface } from '../../components/surface.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { DifferencesView } from './differences-view.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', marginBottom: '12px' },
});

interface CompareVintagesProps {
  readonly year: number;
  /** Newest first, at least two. */
  readonly vintages: readonly Vintage[];
}

/** Two results of the year side by side: as published and as restated, or what has been computed since. */
export function CompareVintages({ year, vintages }: CompareVintagesProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const [newest, beforeNewest] = vintages;
  const [before, setBefore] = useState(beforeNewest?.hash ?? newest?.hash ?? 'live');
  const [after, setAfter] = useState(beforeNewest === undefined ? 'live' : (newest?.hash ?? 'live'));
  const options = [
    ...vintages.map(({ hash, number }) => ({ value: hash, text: t('publishing.vintage', { number }) })),
    { value: 'live', text: t('publishing.live.option') },
  ];
  return (
    <Surface title={t('publishing.compare')}>
      <div className={styles.fields}>
        {(
          [
            ['before', before, setBefore],
            ['after', after, setAfter],
          ] as const
        ).map(([side, value, set]) => (
          <Field key={side} label={t(`publishing.compare.${side}`)}>
            <Select value={value} onChange={(_event, chosen) => set(chosen.value)}>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.text}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <DifferencesView year={year} sides={{ before, after }} />
    </Surface>
  );
}
