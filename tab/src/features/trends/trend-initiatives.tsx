import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { TrendInitiative } from '#core/trends/trend-watch-schema.ts';
import { ExternalLink } from '../../components/external-link.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import type { NumberedTrend } from './number-trends.ts';

const useStyles = makeStyles({
  list: { margin: '0 0 8px', paddingInlineStart: '20px' },
  text: { margin: '0 0 8px' },
});

/** What answers a trend, each with its year and status and the way into SharePoint. */
export function TrendInitiatives({ trend }: { readonly trend: NumberedTrend }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <>
      {trend.initiatives.length === 0 ? (
        <p className={styles.text}>{t('trends.unanswered')}</p>
      ) : (
        <ul className={styles.list}>
          {trend.initiatives.map((initiative) => (
            <li key={initiative.rowId}>
              <InitiativeName initiative={initiative} />, {initiative.year},{' '}
              {t(`status.${initiative.status}`).toLowerCase()}
            </li>
          ))}
        </ul>
      )}
      {trend.unknownReferences.length > 0 && (
        <p className={styles.text}>
          {t('trends.unknown-references', { names: trend.unknownReferences.join(', ') })}
        </p>
      )}
    </>
  );
}

/** An initiative by its title, as a link where its row has an address. */
export function InitiativeName({ initiative }: { readonly initiative: TrendInitiative }): ReactElement {
  const { title, businessId, rowId, webUrl } = initiative;
  const name = title === '' ? businessId || rowId : title;
  return webUrl === null ? <>{name}</> : <ExternalLink href={webUrl}>{name}</ExternalLink>;
}
