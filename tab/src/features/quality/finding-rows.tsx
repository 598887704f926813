import { Button, makeStyles } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { ExternalLink } from '../../components/external-link.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import type { PlacedFinding } from './found-rows.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 10px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

const SHOWN_AT_FIRST = 8;

/** The rows that a finding names, each a link into SharePoint; else the source as a whole. */
export function FindingRows({ placed }: { readonly placed: PlacedFinding }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { rows, finding, sourceName, sourceUrl } = placed;
  if (rows.length === 0) {
    return sourceUrl === null || sourceName === null ? (
      <>{t('quality.no-rows')}</>
    ) : (
      <ExternalLink href={sourceUrl}>{t('quality.open-source', { source: sourceName })}</ExternalLink>
    );
  }
  const shown = all ? rows : rows.slice(0, SHOWN_AT_FIRST);
  const unnamed = finding.count - rows.length;
  return (
    <ul className={styles.list}>
      {shown.map(({ rowId, webUrl }) => (
        <li key={rowId}>
          {webUrl === null ? (
            t('quality.row-number', { row: rowId })
          ) : (
            <ExternalLink href={webUrl}>{t('quality.row-number', { row: rowId })}</ExternalLink>
          )}
        </li>
      ))}
      {rows.length > shown.length && (
        <li>
          <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
            {t('quality.all-rows', { count: rows.length })}
          </Button>
        </li>
      )}
      {unnamed > 0 && shown.length === rows.length && <li>{t('finding.more-rows', { count: unnamed })}</li>}
    </ul>
  );
}
