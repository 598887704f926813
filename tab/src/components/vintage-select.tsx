import { Label, makeStyles, Select } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import type { ResultEnvelope } from '#core/contracts/read.ts';
import { dateAndTime, dateOnly } from '../lib/dates.ts';
import { useVintages } from '../lib/resources/vintages.ts';
import { useTranslation } from '../lib/translation.tsx';
import { goTo, useRoute } from '../lib/use-route.ts';
import { Notice } from './notice.tsx';

const useStyles = makeStyles({
  field: { display: 'flex', alignItems: 'center', gap: '8px' },
  select: { width: '220px' },
});

interface VintageProps {
  readonly envelope: ResultEnvelope;
}

/** Chooses which result of the year is read: a vintage, or what was computed last. Only where something is published. */
export function VintageSelect({
  year,
  envelope,
}: VintageProps & { readonly year: number }): ReactElement | null {
  const styles = useStyles();
  const id = useId();
  const { t, language } = useTranslation();
  const route = useRoute();
  const published = envelope.latestVintage !== null;
  const vintages = useVintages(year, published).data?.vintages ?? [];
  if (!published) return null;
  return (
    <div className={styles.field}>
      <Label htmlFor={id}>{t('vintage.label')}</Label>
      <Select
        id={id}
        className={styles.select}
        value={envelope.vintage?.hash ?? 'live'}
        onChange={(_event, { value }) =>
          goTo({ ...route, year, vintage: value, explain: null }, { replace: true })
        }
      >
        {envelope.vintage !== null && vintages.length === 0 && (
          <option value={envelope.vintage.hash}>
            {t('vintage.option', { number: envelope.vintage.number, date: '' })}
          </option>
        )}
        {vintages.map(({ hash, number, publishedAt }) => (
          <option key={hash} value={hash}>
            {t('vintage.option', { number, date: dateOnly(publishedAt, language) })}
          </option>
        ))}
        <option value="live">{t('vintage.live')}</option>
      </Select>
    </div>
  );
}

/** Says what is read: as published, with the note, or something else than what stands as published. */
export function VintageNotice({ envelope }: VintageProps): ReactElement | null {
  const { t, language } = useTranslation();
  const { vintage, latestVintage } = envelope;
  if (latestVintage === null) return null;
  if (vintage === null) {
    return (
      <Notice tone="info" title={t('vintage.live.title')}>
        {t('vintage.live.body')}
      </Notice>
    );
  }
  const title = t(vintage.number === latestVintage ? 'vintage.published' : 'vintage.earlier', {
    number: vintage.number,
    latest: latestVintage,
    time: dateAndTime(vintage.publishedAt, language),
  });
  return (
    <Notice tone="info" title={title}>
      {vintage.note}
    </Notice>
  );
}
