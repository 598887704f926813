import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { inLanguage } from '#core/number/in-language.ts';
import type { NationalComparison } from '#core/result/survey-schema.ts';
import { withUnit } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';

const useStyles = makeStyles({
  line: { margin: '8px 0 0' },
  source: { color: tokens.colorNeutralForeground2 },
});

interface NationalLineProps {
  readonly national: NationalComparison | null;
}

/** How the municipality's maturity compares with the country's, of which year and from where. */
export function NationalLine({ national }: NationalLineProps): ReactElement | null {
  const styles = useStyles();
  const { t, language } = useTranslation();
  if (national === null || national.percent.kind === 'absent') return null;
  const { year, percent, source, difference } = national;
  const value = withUnit(percent.shown, 'percent', language);
  const isAbove = difference.kind === 'value' && !difference.shown.startsWith('-');
  return (
    <p className={styles.line}>
      {t('preconditions.national', { year: String(year), value })}{' '}
      {difference.kind === 'value' &&
        t('preconditions.national.difference', {
          side: Number(difference.shown) === 0 ? 'same' : isAbove ? 'above' : 'below',
          difference: inLanguage(difference.shown.replace('-', ''), language),
        })}{' '}
      <span className={styles.source}>{t('preconditions.national.source', { source })}</span>
    </p>
  );
}
