import { Label, Link, makeStyles, Select } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import { latestYear } from '../lib/latest-year.ts';
import { useYears } from '../lib/resources/years.ts';
import { hrefOf, pageRoute } from '../lib/route.ts';
import { useTranslation } from '../lib/translation.tsx';
import { goTo, useRoute } from '../lib/use-route.ts';

const useStyles = makeStyles({
  field: { display: 'flex', alignItems: 'center', gap: '8px' },
  select: { width: '132px', '@media (max-width: 480px)': { width: '92px' } },
});

/** Chooses the year that every page shows. It goes into the address. */
export function YearSelect(): ReactElement | null {
  const styles = useStyles();
  const id = useId();
  const { t } = useTranslation();
  const route = useRoute();
  const years = useYears().data?.years ?? [];
  const shown = route.year ?? latestYear(years);
  if (years.length === 0 || shown === null) return null;
  const known = years.some((summary) => summary.year === shown);
  return (
    <div className={styles.field}>
      <Label htmlFor={id}>{t('year.label')}</Label>
      <Select
        id={id}
        className={styles.select}
        value={String(shown)}
        onChange={(_event, { value }) =>
          goTo({ ...route, year: Number(value), vintage: null, explain: null }, { replace: true })
        }
      >
        {!known && <option value={shown}>{shown}</option>}
        {years.map(({ year, state, running }) => (
          <option key={year} value={year}>
            {state === 'not-computed'
              ? t('year.option.not-computed', { year: String(year) })
              : running
                ? t('year.option.running', { year: String(year) })
                : String(year)}
          </option>
        ))}
      </Select>
      {years.length > 1 && route.page !== 'compare' && route.page !== 'settings' && (
        <Link href={hrefOf({ ...pageRoute(route, 'compare'), year: shown, vintage: null })}>
          {t('compare.link')}
        </Link>
      )}
    </div>
  );
}
