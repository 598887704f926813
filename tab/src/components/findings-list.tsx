import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ReactElement } from 'react';
import type { Finding } from '#core/quality/finding-schema.ts';
import type { SourceReading } from '#core/result/source-reading-schema.ts';
import { findingDetail } from '../lib/finding-detail.ts';
import { findingRemedy } from '../lib/remedies.ts';
import { useTranslation } from '../lib/translation.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '12px', margin: 0, padding: 0, listStyleType: 'none' },
  item: { display: 'flex', gap: '10px' },
  icon: { flexShrink: 0, fontSize: '20px', lineHeight: 0 },
  severity: { fontWeight: tokens.fontWeightSemibold },
  body: { minWidth: 0, overflowWrap: 'anywhere' },
  facts: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const ICONS = { error: ErrorCircleRegular, warning: WarningRegular, info: InfoRegular } as const;
const ORDER = ['error', 'warning', 'info'] as const;
const ROWS_NAMED = 8;

interface FindingsListProps {
  readonly findings: readonly Finding[];
  readonly sources: readonly SourceReading[];
}

/** Notes on the data, gravest first: what was found, where, and what to do. */
export function FindingsList({ findings, sources }: FindingsListProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const ordered = findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return (
    <ul className={styles.list}>
      {ordered.map((finding, index) => {
        const Icon = ICONS[finding.severity];
        return (
          <li key={index} className={styles.item}>
            <span className={styles.icon} aria-hidden="true">
              <Icon />
            </span>
            <div className={styles.body}>
              <span className={styles.severity}>{t(`severity.${finding.severity}`)}:</span>{' '}
              {t(`finding.${finding.rule}`, { count: finding.count })} {t(findingRemedy(finding.rule))}
              <FindingFacts finding={finding} sources={sources} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function FindingFacts({
  finding,
  sources,
}: {
  readonly finding: Finding;
  readonly sources: readonly SourceReading[];
}): ReactElement {
  const styles = useStyles();
  const translation = useTranslation();
  const { t } = translation;
  const source = sources.find(({ sourceId }) => sourceId === finding.sourceId);
  const named = finding.rowIds.slice(0, ROWS_NAMED);
  const more = finding.count - named.length;
  const facts = [
    ...(source === undefined ? [] : [t('finding.source', { source: source.name })]),
    ...(finding.column === null ? [] : [t('finding.column', { column: finding.column })]),
    ...findingDetail(finding, translation),
    ...(named.length === 0
      ? []
      : [
          t('finding.rows', { rows: named.join(', ') }) +
            (more > 0 ? ` ${t('finding.more-rows', { count: more })}` : ''),
        ]),
  ];
  return <span className={styles.facts}>{facts.join(' · ')}</span>;
}
