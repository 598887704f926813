import { Link, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Surface } from '../../components/surface.tsx';
import { hrefOf } from '../../lib/route.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useRoute } from '../../lib/use-route.ts';
import type { NumberedTrend } from './number-trends.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '8px', margin: 0, paddingInlineStart: '20px' },
});

/** Trends that nothing answers yet: what may be missing in the portfolio. */
export function UnansweredTrends({ trends }: { readonly trends: readonly NumberedTrend[] }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const route = useRoute();
  const unanswered = trends.filter(({ initiatives }) => initiatives.length === 0);
  return (
    <Surface
      title={t('trends.unanswered.title')}
      lead={t('trends.unanswered.lead', { count: unanswered.length, total: trends.length })}
    >
      <ul className={styles.list}>
        {unanswered.map((trend) => (
          <li key={trend.rowId}>
            <Link href={hrefOf({ ...route, trend: trend.rowId })}>
              {trend.number}. {trend.title}
            </Link>
            {trend.meaning !== '' && `: ${trend.meaning}`}
          </li>
        ))}
      </ul>
    </Surface>
  );
}
