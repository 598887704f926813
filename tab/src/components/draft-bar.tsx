import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { mergeSettings } from '#core/settings/merge-settings.ts';
import { settingsChanges } from '#core/settings/settings-changes.ts';
import { dateAndTime } from '../lib/dates.ts';
import { useSaveSettings } from '../lib/resources/settings.ts';
import { keepDraft, useSettingsDraft, type SettingsDraft } from '../lib/settings-draft.ts';
import { useTranslation } from '../lib/translation.tsx';
import { Notice } from './notice.tsx';
import { ProblemView } from './problem-view.tsx';
import { settingName } from './setting-name.ts';
import { SettingsChanges } from './settings-changes.tsx';
import { Surface } from './surface.tsx';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: '12px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** What is changed and not saved, on every page of the settings: see it, save it, throw it away. */
export function DraftBar({ stored }: { readonly stored: StoredSettings }): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation();
  const draft = useSettingsDraft();
  const save = useSaveSettings();
  if (draft === null) {
    return save.isSuccess ? (
      <Notice tone="success" announced title={t('draft.saved', { version: String(save.data.version) })}>
        {t('draft.saved.body')}
      </Notice>
    ) : null;
  }
  const changes = settingsChanges(draft.base, draft.settings);
  const isOutdated = stored.version !== draft.baseVersion;
  return (
    <Surface title={t('draft.title')} lead={t('draft.lead')}>
      <div className={styles.stack}>
        {isOutdated && <Outdated draft={draft} stored={stored} />}
        {save.isError && !isOutdated && <ProblemView error={save.error} />}
        <SettingsChanges caption={t('draft.caption', { count: changes.length })} changes={changes} />
        <div className={styles.buttons}>
          {!isOutdated && (
            <Button
              appearance="primary"
              disabledFocusable={save.isPending}
              onClick={() => save.mutate({ settings: draft.settings, version: draft.baseVersion })}
            >
              {t('draft.save')}
            </Button>
          )}
          <Button
            onClick={() => {
              keepDraft(null);
              save.reset();
            }}
          >
            {t('draft.discard')}
          </Button>
        </div>
      </div>
    </Surface>
  );
}

interface OutdatedProps {
  readonly draft: SettingsDraft;
  readonly stored: StoredSettings;
}

/** Somebody else saved while the draft was being written: what they changed, and a way to keep both. */
function Outdated({ draft, stored }: OutdatedProps): ReactElement {
  const styles = useStyles();
  const translation = useTranslation();
  const { t, language } = translation;
  const theirs = settingsChanges(draft.base, stored.settings);
  const { settings, bothChanged } = mergeSettings(draft.base, draft.settings, stored.settings);
  return (
    <Notice
      tone="warning"
      announced
      title={t('draft.outdated', {
        who: stored.savedBy,
        time: dateAndTime(stored.savedAt, language),
        version: String(stored.version),
      })}
    >
      <div className={styles.stack}>
        <p>{t('draft.outdated.body')}</p>
        <SettingsChanges caption={t('draft.theirs', { count: theirs.length })} changes={theirs} />
        {bothChanged.length > 0 && (
          <p>
            {t('draft.both', {
              settings: bothChanged.map((path) => settingName({ path }, translation)).join(', '),
            })}
          </p>
        )}
        <div>
          <Button
            appearance="primary"
            onClick={() => keepDraft({ baseVersion: stored.version, base: stored.settings, settings })}
          >
            {t('draft.merge', { version: String(stored.version) })}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
