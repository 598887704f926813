import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { inLanguage } from '#core/number/in-language.ts';
import type { ExplainedFigure } from '#core/result/explained-figure-schema.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { SourceReading } from '#core/result/source-reading-schema.ts';
import { ExternalLink } from '../../components/external-link.tsx';
import { dateAndTime } from '../../lib/dates.ts';
import { hrefOf } from '../../lib/route.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useRoute } from '../../lib/use-route.ts';

const useStyles = makeStyles({
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { display: 'grid', gap: '8px', margin: 0, padding: 0, listStyleType: 'none' },
  facts: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const ROW_PAGES = { initiatives: 'delivery', benefits: 'benefit' } as const;

/** The lists behind a figure, as of when, and the way to the rows where rows are kept. */
export function FigureSources({
  figure,
  result,
}: {
  readonly figure: ExplainedFigure;
  readonly result: IndexResult;
}): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation();
  const sources = result.sources.filter(({ sourceId }) => figure.sourceIds.includes(sourceId));
  if (sources.length === 0) return null;
  return (
    <div>
      <h3 className={styles.title}>{t('explanation.sources')}</h3>
      <ul className={styles.list}>
        {sources.map((source) => (
          <SourceItem key={source.sourceId} source={source} />
        ))}
      </ul>
    </div>
  );
}

function SourceItem({ source }: { readonly source: SourceReading }): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const route = useRoute();
  const count = (rows: number | null): string =>
    rows === null ? t('sources.rows-hidden') : inLanguage(String(rows), language);
  const { topic } = source;
  return (
    <li>
      {source.webUrl === null ? source.name : <ExternalLink href={source.webUrl}>{source.name}</ExternalLink>}
      <span className={styles.facts}>
        {t(`topic.${topic}`)} · {t('explanation.source.read', { time: dateAndTime(source.readAt, language) })}{' '}
        · {t('explanation.source.rows', { used: count(source.rowsUsed), read: count(source.rowsRead) })}
      </span>
      {(topic === 'initiatives' || topic === 'benefits') && (
        <Link href={hrefOf({ ...route, page: ROW_PAGES[topic], explain: null })}>
          {t(`explanation.rows.${ROW_PAGES[topic]}`)}
        </Link>
      )}
      {(topic === 'employee-survey' || topic === 'maturity') && (
        <span className={styles.facts}>{t('explanation.no-rows')}</span>
      )}
    </li>
  );
}
