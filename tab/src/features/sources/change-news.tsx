import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ListWatch } from '#core/contracts/sources.ts';
import type { SourceSettings } from '#core/settings/source-settings.ts';
import { dateAndTime } from '../../lib/dates.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useListWatches } from './api/setup.ts';

const useStyles = makeStyles({
  text: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** How soon a change in a source is seen: within minutes, or not before the next scheduled refresh and why. */
export function ChangeNews({ source }: { readonly source: SourceSettings }): ReactElement | null {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const watches = useListWatches();
  const { location } = source;
  if (location.kind === 'uploaded-file') return null;
  if (location.kind === 'drive-file') return <div className={styles.text}>{t('sources.news.file')}</div>;
  if (watches.data === undefined) return null;
  const watch = watches.data.find(
    ({ siteId, listId }) => siteId === location.siteId && listId === location.listId,
  );
  const last = watch?.notifiedAt ?? null;
  return (
    <div className={styles.text}>
      {t(stateKey(watch))}
      {last !== null && ` ${t('sources.news.last', { time: dateAndTime(last, language) })}`}
    </div>
  );
}

function stateKey(watch: ListWatch | undefined) {
  return watch === undefined ? 'sources.news.asked' : (`sources.news.${watch.state}` as const);
}
