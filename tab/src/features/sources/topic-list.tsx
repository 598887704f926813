import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { SOURCE_TOPICS, type SourceTopic } from '#core/result/figure-ids.ts';
import { locationName, locationSite } from '#core/settings/source-location.ts';
import type { SourceSettings } from '#core/settings/source-settings.ts';
import { ProblemView } from '../../components/problem-view.tsx';
import { Surface } from '../../components/surface.tsx';
import { dateAndTime } from '../../lib/dates.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useCheck, useSaveSettings } from './api/setup.ts';
import { ChangeNews } from './change-news.tsx';
import { ConnectionOutcome } from './connection-test.tsx';

const useStyles = makeStyles({
  topics: { margin: 0, padding: 0, listStyleType: 'none' },
  topic: {
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  none: { margin: '4px 0 0', color: tokens.colorNeutralForeground2 },
  sources: { margin: '8px 0 0', padding: 0, listStyleType: 'none', display: 'grid', gap: '8px' },
  source: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '6px 16px',
    alignItems: 'center',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  facts: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  outcome: { gridColumn: '1 / -1', ':empty': { display: 'none' } },
});

interface TopicListProps {
  readonly stored: StoredSettings;
  readonly onConnect: (topic: SourceTopic) => void;
  readonly onEdit: (sourceId: string) => void;
  readonly onCreateLists: () => void;
}

/** What the index is computed from, topic by topic: what is connected, and what is missing. */
export function TopicList({ stored, onConnect, onEdit, onCreateLists }: TopicListProps): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const { settings } = stored;
  const isIncomplete = SOURCE_TOPICS.some((topic) => !settings.sources.some((one) => one.topic === topic));
  return (
    <Surface
      title={t('settings.sources.title')}
      lead={t('settings.sources.lead', {
        organisation: settings.organisationName,
        version: String(stored.version),
        time: dateAndTime(stored.savedAt, language),
        who: stored.savedBy,
      })}
      actions={isIncomplete && <Button onClick={onCreateLists}>{t('create-lists.open')}</Button>}
    >
      <ul className={styles.topics}>
        {SOURCE_TOPICS.map((topic) => {
          const sources = settings.sources.filter((source) => source.topic === topic);
          return (
            <li key={topic} className={styles.topic}>
              <div className={styles.head}>
                <h3 className={styles.name}>{t(`topic.${topic}`)}</h3>
                <Button size="small" onClick={() => onConnect(topic)}>
                  {t('sources.connect', { topic: t(`topic.${topic}`) })}
                </Button>
              </div>
              {sources.length === 0 && <p className={styles.none}>{t(`sources.none.${topic}`)}</p>}
              <ul className={styles.sources}>
                {sources.map((source) => (
                  <SourceRow key={source.id} source={source} stored={stored} onEdit={onEdit} />
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </Surface>
  );
}

function SourceRow({
  source,
  stored,
  onEdit,
}: {
  readonly source: SourceSettings;
  readonly stored: StoredSettings;
  readonly onEdit: (sourceId: string) => void;
}): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const save = useSaveSettings();
  const check = useCheck();
  const { settings, version } = stored;
  const name = locationName(source.location);
  const years = source.years.length === 0 ? t('settings.sources.all-years') : source.years.join(', ');
  const place = locationSite(source.location) ?? t('sources.uploaded');
  const remove = () =>
    save.mutate({
      settings: { ...settings, sources: settings.sources.filter(({ id }) => id !== source.id) },
      version,
    });
  return (
    <li className={styles.source}>
      <div>
        {name}
        <div className={styles.facts}>{t('sources.facts', { place, years })}</div>
        <ChangeNews source={source} />
      </div>
      <div className={styles.actions}>
        <Button
          size="small"
          aria-label={t('sources.check.of', { name })}
          disabledFocusable={check.isPending}
          onClick={() => check.mutate(source)}
        >
          {check.isPending ? t('sources.check.running') : t('sources.check.button')}
        </Button>
        <Button size="small" aria-label={t('sources.edit.of', { name })} onClick={() => onEdit(source.id)}>
          {t('sources.edit')}
        </Button>
        {isAsked ? (
          <>
            <Button size="small" disabledFocusable={save.isPending} onClick={remove}>
              {t('sources.remove.sure')}
            </Button>
            <Button size="small" onClick={() => setAsked(false)}>
              {t('sources.remove.keep')}
            </Button>
          </>
        ) : (
          <Button size="small" aria-label={t('sources.remove.of', { name })} onClick={() => setAsked(true)}>
            {t('sources.remove')}
          </Button>
        )}
      </div>
      <div className={styles.outcome}>
        <ConnectionOutcome check={check} />
        {save.isError && <ProblemView error={save.error} />}
      </div>
    </li>
  );
}
