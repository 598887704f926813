import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { pages } from '@microsoft/teams-js';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { PageHeading } from '../../components/page-heading.tsx';
import { latestYear } from '../../lib/latest-year.ts';
import { useYears } from '../../lib/resources/years.ts';
import { START_ROUTE, type Route } from '../../lib/route.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { PartField } from './part-field.tsx';
import { routeOfConfig, tabConfigOf } from './tab-config.ts';

const useStyles = makeStyles({
  page: {
    padding: '16px 20px',
    minHeight: '100vh',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  fields: { display: 'grid', gap: '16px', maxWidth: '360px' },
});

const CHOICES = ['overview', 'preconditions', 'delivery', 'benefit', 'trends', 'method', 'what-if'] as const;

/** Chooses what a channel tab shows. Teams' own dialog holds the Save button. */
export function ConfigurePage(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const years = useYears().data?.years ?? [];
  const [route, setRoute] = useState<Route>(START_ROUTE);
  const name = [
    t('configure.name', {
      page: t(`page.${route.page}`),
      year: route.year === null ? '' : String(route.year),
    }).trim(),
    ...(route.object === null ? [] : [route.object]),
  ].join(' – ');
  useTeamsConfig(route, name, setRoute);
  return (
    <main className={styles.page}>
      <PageHeading title={t('page.configure')} />
      <p>{t('configure.lead')}</p>
      <div className={styles.fields}>
        <Field label={t('configure.page')}>
          <Select
            value={route.page}
            onChange={(_event, { value }) =>
              setRoute({
                ...route,
                page: CHOICES.find((page) => page === value) ?? START_ROUTE.page,
                unit: null,
                object: null,
              })
            }
          >
            {CHOICES.map((page) => (
              <option key={page} value={page}>
                {t(`page.${page}`)}
              </option>
            ))}
          </Select>
        </Field>
        <PartField route={route} year={route.year ?? latestYear(years)} onRoute={setRoute} />
        <Field label={t('configure.year')}>
          <Select
            value={route.year === null ? '' : String(route.year)}
            onChange={(_event, { value }) =>
              setRoute({ ...route, year: value === '' ? null : Number(value) })
            }
          >
            <option value="">{t('configure.year.latest')}</option>
            {years.map(({ year }) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('configure.language')}>
          <Select
            value={route.language ?? ''}
            onChange={(_event, { value }) =>
              setRoute({ ...route, language: value === 'sv' || value === 'en' ? value : null })
            }
          >
            <option value="">{t('configure.language.host')}</option>
            <option value="sv">{t('language.sv')}</option>
            <option value="en">{t('language.en')}</option>
          </Select>
        </Field>
      </div>
    </main>
  );
}

/** Tells Teams what to keep when the reader saves, and begins with what it kept before. */
function useTeamsConfig(route: Route, name: string, onKnown: (route: Route) => void): void {
  // Teams takes one handler for the life of the dialog; it must see the choice as it is when Save is pressed.
  const latest = useRef({ route, name });
  const known = useRef(onKnown);
  useEffect(() => {
    latest.current = { route, name };
  }, [route, name]);
  useEffect(() => {
    if (!pages.config.isSupported()) return;
    pages.config.registerOnSaveHandler((event) => {
      const tabUrl = `${window.location.origin}${import.meta.env.BASE_URL}`;
      pages.config
        .setConfig(tabConfigOf(latest.current.route, tabUrl, latest.current.name))
        .then(() => event.notifySuccess())
        .catch((error: unknown) => event.notifyFailure(String(error)));
    });
    pages.config.setValidityState(true);
    void pages
      .getConfig()
      .then((config) => known.current(routeOfConfig(config.contentUrl)))
      // A tab that is being added has no configuration yet.
      .catch(() => undefined);
  }, []);
}
