import { Button, Link } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Vintage } from '#core/result/vintage.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { FigureValue } from '../../components/figure-value.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { Surface } from '../../components/surface.tsx';
import { shortDateAndTime } from '../../lib/dates.ts';
import { hrefOf, START_ROUTE } from '../../lib/route.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useRoute } from '../../lib/use-route.ts';
import { useVerify } from './api.ts';

interface VintagesTableProps {
  readonly year: number;
  /** Newest first. */
  readonly vintages: readonly Vintage[];
}

/** Everything that has been published of a year, and a way to see that nobody has changed it since. */
export function VintagesTable({ year, vintages }: VintagesTableProps): ReactElement {
  const { t, language } = useTranslation();
  const route = useRoute();
  const verify = useVerify(year);
  const columns: readonly RecordColumn<Vintage>[] = [
    {
      id: 'number',
      header: t('publishing.number'),
      kind: 'short-text',
      cell: ({ number, hash }) => (
        <Link href={hrefOf({ ...START_ROUTE, language: route.language, year, vintage: hash })}>
          {t('publishing.vintage', { number })}
        </Link>
      ),
    },
    {
      id: 'index',
      header: t('figure.index'),
      kind: 'number',
      cell: ({ index }) => <FigureValue figure={index} unit="score" />,
    },
    {
      id: 'published',
      header: t('publishing.published'),
      kind: 'wide-text',
      cell: ({ publishedAt, publishedBy }) => `${shortDateAndTime(publishedAt, language)}, ${publishedBy}`,
    },
    { id: 'note', header: t('publishing.note'), kind: 'wide-text', cell: ({ note }) => note },
    {
      id: 'hash',
      header: t('publishing.hash'),
      kind: 'short-text',
      cell: ({ hash }) => <code title={hash}>{hash.slice(0, 12)}</code>,
    },
  ];
  const broken = verify.data?.vintages.filter(({ faults }) => faults.length > 0) ?? [];
  return (
    <Surface
      title={t('publishing.vintages')}
      lead={t('publishing.vintages.lead')}
      actions={
        <Button disabledFocusable={verify.isPending} onClick={() => verify.mutate()}>
          {t('publishing.verify')}
        </Button>
      }
    >
      {verify.data !== undefined &&
        (broken.length === 0 ? (
          <Notice tone="success" announced title={t('publishing.intact')} />
        ) : (
          <Notice tone="error" announced title={t('publishing.broken')}>
            {broken
              .map(
                ({ number, faults }) =>
                  `${t('publishing.vintage', { number })}: ${faults.map((fault) => t(`chain-fault.${fault}`)).join(' ')}`,
              )
              .join(' ')}
          </Notice>
        ))}
      {verify.isError && <ProblemView error={verify.error} />}
      <RecordTable
        caption={t('publishing.vintages.caption', { year: String(year) })}
        captionHidden
        columns={columns}
        rows={vintages}
        rowKey={({ hash }) => hash}
      />
    </Surface>
  );
}
