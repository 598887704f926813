import { Field, makeStyles, Radio, RadioGroup, SearchBox, tokens } from '@fluentui/react-components';
import { useDeferredValue, useState, type ReactElement } from 'react';
import type { FoundSite } from '#core/contracts/sources.ts';
import { ProblemView } from '../../../components/problem-view.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { useTranslation } from '../../../lib/translation.tsx';
import { useSites } from '../api/setup.ts';

const useStyles = makeStyles({
  search: { maxWidth: '420px', width: '100%' },
  choices: {
    maxHeight: '280px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '4px',
  },
  address: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

const SKELETON_PX = [120] as const;

interface SiteSearchProps {
  readonly chosen: FoundSite | null;
  readonly onChoose: (site: FoundSite) => void;
}

/** Finds a site among those that the admin may see. */
export function SiteSearch({ chosen, onChoose }: SiteSearchProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const sites = useSites(useDeferredValue(search.trim()));
  return (
    <>
      <Field label={t('sources.site.search')} hint={t('sources.site.hint')}>
        <SearchBox
          className={styles.search}
          value={search}
          onChange={(_event, data) => setSearch(data.value)}
        />
      </Field>
      {sites.isError ? (
        <ProblemView error={sites.error} onRetry={() => void sites.refetch()} />
      ) : sites.data === undefined ? (
        <Skeleton heightsPx={SKELETON_PX} />
      ) : sites.data.length === 0 ? (
        <p role="status">{t('sources.site.none')}</p>
      ) : (
        <Field label={t('sources.site.choose')}>
          <RadioGroup
            className={styles.choices}
            value={chosen?.id ?? ''}
            onChange={(_event, data) => {
              const site = sites.data.find(({ id }) => id === data.value);
              if (site !== undefined) onChoose(site);
            }}
          >
            {sites.data.map((site) => (
              <Radio
                key={site.id}
                value={site.id}
                label={
                  <>
                    {site.name} <span className={styles.address}>{site.webUrl}</span>
                  </>
                }
              />
            ))}
          </RadioGroup>
        </Field>
      )}
    </>
  );
}
