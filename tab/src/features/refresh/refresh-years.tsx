import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { RefreshJob } from '#core/contracts/admin.ts';
import { ProblemView } from '../../components/problem-view.tsx';
import { Surface } from '../../components/surface.tsx';
import { dateAndTime, shortDateAndTime } from '../../lib/dates.ts';
import { problemTitle } from '../../lib/remedies.ts';
import { useYears } from '../../lib/resources/years.ts';
import { useTranslation, type Translation } from '../../lib/translation.tsx';
import { isUnderWay, useCancelRefresh, useRefresh, useStartRefresh } from './api/refresh.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: '64px minmax(0, 1fr) auto',
    gap: '4px 16px',
    alignItems: 'center',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
    '@media (max-width: 480px)': { gridTemplateColumns: '48px minmax(0, 1fr)' },
  },
  bar: { margin: '4px 0' },
  button: { '@media (max-width: 480px)': { gridColumn: 2, justifySelf: 'start' } },
  year: { fontWeight: tokens.fontWeightSemibold },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  cancel: { gridColumn: '2 / -1' },
  problem: { gridColumn: '1 / -1' },
});

/** Each year with how its latest refresh went and a button to refresh it. */
export function RefreshYears({ years }: { readonly years: readonly number[] }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Surface title={t('refresh.title')} lead={t('refresh.lead')}>
      <ul className={styles.list}>
        {years
          .toSorted((a, b) => b - a)
          .map((year) => (
            <RefreshYear key={year} year={year} />
          ))}
      </ul>
    </Surface>
  );
}

function RefreshYear({ year }: { readonly year: number }): ReactElement {
  const styles = useStyles();
  const translation = useTranslation();
  const { t, language } = translation;
  const refresh = useRefresh(year);
  const start = useStartRefresh(year);
  const cancel = useCancelRefresh(year);
  const computedAt = useYears().data?.years.find((summary) => summary.year === year)?.computedAt ?? null;
  const underWay = isUnderWay(refresh.data) || start.isPending;
  const computed = computedAt === null ? t('refresh.never') : shortDateAndTime(computedAt, language);
  return (
    <li className={styles.row}>
      <span className={styles.year}>{year}</span>
      <div>
        <span role="status">{jobText(refresh.data ?? null, translation)}</span>
        {underWay && (
          <ProgressBar className={styles.bar} aria-label={t('refresh.button', { year: String(year) })} />
        )}
        <div className={styles.facts}>
          {t('refresh.computed')}: {computed}.{' '}
          {typeof refresh.data?.resourceUnits === 'number' &&
            t('refresh.units', { units: refresh.data.resourceUnits })}
        </div>
      </div>
      <Button className={styles.button} disabledFocusable={underWay} onClick={() => start.mutate()}>
        {t('refresh.button', { year: String(year) })}
      </Button>
      {isUnderWay(refresh.data) && (
        <div className={styles.cancel}>
          <Button size="small" disabledFocusable={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('refresh.cancel', { year: String(year) })}
          </Button>
        </div>
      )}
      {(start.error ?? cancel.error ?? refresh.error) !== null && (
        <div className={styles.problem}>
          <ProblemView error={start.error ?? cancel.error ?? refresh.error} />
        </div>
      )}
    </li>
  );
}

/** How a refresh goes, in plain words. */
function jobText(job: RefreshJob | null, { t, language }: Translation): string {
  if (job === null) return t('refresh.idle');
  const time = job.endedAt === null ? '' : dateAndTime(job.endedAt, language);
  switch (job.state) {
    case 'queued':
      return t('refresh.queued');
    case 'cancelled':
      return t('refresh.cancelled', { time });
    case 'running':
      if (job.phase === 'computing' || job.phase === 'storing') {
        return t(`refresh.phase.${job.phase}`, { rows: job.rowsRead });
      }
      return job.sourceName === null
        ? t('refresh.running-unknown')
        : t('refresh.running', { source: job.sourceName, rows: job.rowsRead });
    case 'waiting':
      return job.retryAt === null
        ? t('refresh.waiting-unknown')
        : t('refresh.waiting', { time: dateAndTime(job.retryAt, language) });
    case 'succeeded':
      return job.unchanged
        ? t('refresh.unchanged', { time })
        : t('refresh.succeeded', { time, rows: job.rowsRead });
    case 'failed': {
      const reason = t(problemTitle(job.problem?.code ?? 'internal'));
      return `${t('refresh.failed', { time, reason })} ${job.problem?.detail ?? ''}`.trim();
    }
  }
}
