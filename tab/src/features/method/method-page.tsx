import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { IndexResult } from '#core/result/result-schema.ts';
import { FindingsList } from '../../components/findings-list.tsx';
import { PageGrid } from '../../components/page-grid.tsx';
import { ResultPage } from '../../components/result-page.tsx';
import { SourcesTable } from '../../components/sources-table.tsx';
import { Surface } from '../../components/surface.tsx';
import { dateAndTime } from '../../lib/dates.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { ExportFiles } from './export-files.tsx';
import { SettingsInForce } from './settings-in-force.tsx';
import { WeightsTable } from './weights-table.tsx';

const useStyles = makeStyles({
  formulas: { display: 'grid', gap: '6px', margin: '0 0 12px', padding: 0, listStyleType: 'none' },
  main: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  text: { maxWidth: '75ch', margin: '0 0 8px' },
  hash: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', margin: 0 },
});

/** How the index is computed, with which settings, from what, and what was odd about the data. */
export function MethodPage({ year }: { readonly year: number }): ReactElement {
  const { t, language } = useTranslation();
  return (
    <ResultPage title={t('page.method')} year={year} skeletonHeightsPx={[200, 240, 240]}>
      {({ result }) => (
        <PageGrid columns="one">
          <PageGrid columns="two">
            <Formulas />
            <WeightsTable />
          </PageGrid>
          <SettingsInForce result={result} />
          <Surface
            title={t('method.sources.title')}
            lead={t('overview.computed.lead', { time: dateAndTime(result.computedAt, language) })}
          >
            <SourcesTable sources={result.sources} />
          </Surface>
          <Surface title={t('method.findings.title')}>
            {result.findings.length === 0 ? (
              <p>{t('overview.notes.none')}</p>
            ) : (
              <FindingsList findings={result.findings} sources={result.sources} />
            )}
          </Surface>
          <ExportFiles result={result} />
          <Fingerprint result={result} />
        </PageGrid>
      )}
    </ResultPage>
  );
}

function Formulas(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Surface title={t('method.formula.title')}>
      <ul className={styles.formulas}>
        <li className={styles.main}>{t('method.formula.index')}</li>
        <li>{t('method.formula.preconditions')}</li>
        <li>{t('method.formula.delivery')}</li>
        <li>{t('method.formula.benefit')}</li>
      </ul>
      <p className={styles.text}>{t('method.formula.floor')}</p>
      <p className={styles.text}>{t('method.formula.missing')}</p>
    </Surface>
  );
}

function Fingerprint({ result }: { readonly result: IndexResult }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Surface title={t('method.hash.title')} lead={t('method.hash.lead')}>
      <dl>
        <dt>{t('method.hash.own')}</dt>
        <dd className={styles.hash}>{result.hash}</dd>
        <dt>{t('method.hash.previous')}</dt>
        <dd className={styles.hash}>{result.previousHash ?? t('method.hash.none')}</dd>
      </dl>
    </Surface>
  );
}
