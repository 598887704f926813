import { Checkbox, Field, Link, makeStyles, Select } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import type { Language } from '#core/contracts/digest.ts';
import type { CreatedLists, FoundSite } from '#core/contracts/sources.ts';
import { SOURCE_TOPICS, type SourceTopic } from '#core/result/figure-ids.ts';
import { locationName } from '#core/settings/source-location.ts';
import { Notice } from '../../components/notice.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { useCreateLists, useSaveSettings } from './api/setup.ts';
import { newSourceId } from './source-id.ts';
import { SiteSearch } from './steps/site-search.tsx';
import { WizardStep } from './wizard-step.tsx';

const useStyles = makeStyles({
  topics: { display: 'flex', flexDirection: 'column', border: 'none', margin: 0, padding: 0 },
  language: { maxWidth: '200px' },
});

interface CreateListsProps {
  readonly stored: StoredSettings;
  readonly onClose: () => void;
}

/** Makes the lists that are missing in a site of the admin's choice, and connects them. */
export function CreateLists({ stored, onClose }: CreateListsProps): ReactElement {
  const styles = useStyles();
  const { t, language: spoken } = useTranslation();
  const { settings, version } = stored;
  const connected = new Set(settings.sources.map(({ topic }) => topic));
  const [site, setSite] = useState<FoundSite | null>(null);
  const [topics, setTopics] = useState<readonly SourceTopic[]>(
    SOURCE_TOPICS.filter((topic) => !connected.has(topic)),
  );
  const [language, setLanguage] = useState<Language>(spoken);
  const create = useCreateLists();
  const save = useSaveSettings();

  function connect({ created }: CreatedLists): void {
    const taken = settings.sources.map(({ id }) => id);
    const added = created.map(({ source, topic }) => {
      const id = newSourceId(topic, taken);
      taken.push(id);
      return { ...source, id };
    });
    save.mutate({ settings: { ...settings, sources: [...settings.sources, ...added] }, version });
  }

  if (create.data !== undefined) {
    return (
      <WizardStep
        number={2}
        of={2}
        title={t('create-lists.done')}
        lead={t('create-lists.done.lead')}
        onBack={onClose}
        onNext={onClose}
        nextLabel={t('create-lists.close')}
        blocked={null}
        isBusy={save.isPending}
      >
        <ul>
          {create.data.created.map(({ topic, webUrl, source }) => (
            <li key={topic}>
              {t(`topic.${topic}`)}:{' '}
              <Link href={webUrl} target="_blank" rel="noreferrer">
                {locationName(source.location)}
              </Link>
            </li>
          ))}
        </ul>
        {save.isSuccess && <Notice tone="success" announced title={t('create-lists.connected')} />}
        {save.isError && <ProblemView error={save.error} />}
      </WizardStep>
    );
  }
  return (
    <WizardStep
      number={1}
      of={2}
      title={t('create-lists.title')}
      lead={t('create-lists.lead')}
      onBack={onClose}
      onNext={() => {
        if (site !== null) {
          const request = { siteId: site.id, siteName: site.name, topics, language };
          create.mutate(request, { onSuccess: connect });
        }
      }}
      nextLabel={
        create.isPending ? t('create-lists.creating') : t('create-lists.create', { count: topics.length })
      }
      blocked={
        site === null
          ? t('create-lists.need-site')
          : topics.length === 0
            ? t('create-lists.need-topic')
            : null
      }
      isBusy={create.isPending}
    >
      <SiteSearch chosen={site} onChoose={setSite} />
      <fieldset className={styles.topics}>
        <legend>{t('create-lists.topics')}</legend>
        {SOURCE_TOPICS.map((topic) => (
          <Checkbox
            key={topic}
            label={t(`topic.${topic}`)}
            checked={topics.includes(topic)}
            onChange={(_event, data) =>
              setTopics(
                data.checked === true ? [...topics, topic] : topics.filter((other) => other !== topic),
              )
            }
          />
        ))}
      </fieldset>
      <Field className={styles.language} label={t('create-lists.language')}>
        <Select value={language} onChange={(_event, data) => setLanguage(data.value === 'en' ? 'en' : 'sv')}>
          <option value="sv">{t('language.sv')}</option>
          <option value="en">{t('language.en')}</option>
        </Select>
      </Field>
      {create.isError && <ProblemView error={create.error} />}
    </WizardStep>
  );
}
