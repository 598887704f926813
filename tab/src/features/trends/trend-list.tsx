import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import { ExternalLink } from '../../components/external-link.tsx';
import { Surface } from '../../components/surface.tsx';
import { dateOnly } from '../../lib/dates.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useRoute } from '../../lib/use-route.ts';
import { TrendInitiatives } from './trend-initiatives.tsx';
import type { NumberedTrend } from './number-trends.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '2px', margin: 0, padding: 0, listStyleType: 'none' },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  summary: {
    padding: '8px 4px',
    cursor: 'pointer',
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  body: { padding: '0 4px 12px 20px', overflowWrap: 'anywhere' },
  text: { margin: '0 0 8px' },
});

/** Every trend in words, opened one by one; the one that the address names is open. */
export function TrendList({ trends }: { readonly trends: readonly NumberedTrend[] }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Surface title={t('trends.list.title')} lead={t('trends.list.lead')}>
      <ul className={styles.list}>
        {trends.map((trend) => (
          <TrendItem key={`${trend.sourceId} ${trend.rowId}`} trend={trend} />
        ))}
      </ul>
    </Surface>
  );
}

function TrendItem({ trend }: { readonly trend: NumberedTrend }): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const details = useRef<HTMLDetailsElement>(null);
  const wanted = useRoute().trend === trend.rowId;
  useEffect(() => {
    if (!wanted || details.current === null) return;
    details.current.open = true;
    details.current.scrollIntoView({ block: 'nearest' });
    details.current.querySelector('summary')?.focus();
  }, [wanted]);
  const facts = [
    trend.horizon === null ? t('trends.horizon.unknown') : t(`horizon.${trend.horizon}`),
    ...(trend.impact === null ? [] : [t('trends.impact', { impact: trend.impact })]),
    ...(trend.readiness === null ? [] : [t('trends.readiness', { readiness: trend.readiness })]),
  ];
  const title = trend.title === '' ? trend.rowId : trend.title;
  return (
    <li className={styles.item}>
      <details ref={details}>
        <summary className={styles.summary}>
          <span className={styles.name}>
            {trend.number}. {title}
          </span>{' '}
          <span className={styles.facts}>{facts.join(' · ')}</span>
        </summary>
        <div className={styles.body}>
          {trend.meaning !== '' && <p className={styles.text}>{trend.meaning}</p>}
          <p className={styles.facts}>
            {[trend.kind, trend.goalArea].filter((part) => part !== '').join(' · ')}
          </p>
          <TrendInitiatives trend={trend} />
          {trend.source !== '' && (
            <p className={styles.facts}>
              {t('trends.source')} <ExternalLink href={trend.source}>{trend.source}</ExternalLink>
              {trend.sourceDate !== null && ` (${dateOnly(trend.sourceDate, language)})`}
            </p>
          )}
          {trend.webUrl !== null && (
            <p className={styles.text}>
              <ExternalLink href={trend.webUrl}>{t('rows.open')}</ExternalLink>
            </p>
          )}
        </div>
      </details>
    </li>
  );
}
