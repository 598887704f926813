import { Button, Field, Link, makeStyles, Textarea } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { VintageList } from '#core/contracts/vintages.ts';
import type { Vintage } from '#core/result/vintage.ts';
import { NotComputed } from '../../components/not-computed.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { Surface } from '../../components/surface.tsx';
import { dateAndTime } from '../../lib/dates.ts';
import { hrefOf, settingsRoute } from '../../lib/route.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useRoute } from '../../lib/use-route.ts';
import { usePublish } from './api.ts';
import { DifferencesView } from './differences-view.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '12px', maxWidth: '70ch', marginTop: '16px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  blocked: { marginTop: '16px' },
  list: { margin: '4px 0', paddingLeft: '20px' },
});

type Live = NonNullable<VintageList['live']>;

interface PublishYearProps {
  readonly year: number;
  readonly live: VintageList['live'];
  readonly latest: Vintage | null;
}

/** Where the year stands, and the way to publish it: what differs from the latest vintage, a note, a button. */
export function PublishYear({ year, live, latest }: PublishYearProps): ReactElement {
  const { t, language } = useTranslation();
  const publish = usePublish(year);
  const lead =
    latest === null
      ? t('publishing.none', { year: String(year) })
      : t('publishing.latest', {
          number: latest.number,
          time: dateAndTime(latest.publishedAt, language),
          who: latest.publishedBy,
        });
  return (
    <Surface title={t('publishing.title', { year: String(year) })} lead={lead}>
      {publish.isSuccess && (
        <Notice tone="success" announced title={t('publishing.done', { number: publish.data.number })}>
          {t('publishing.done.body')}
        </Notice>
      )}
      {live === null ? (
        <NotComputed year={year} />
      ) : live.isPublished ? (
        !publish.isSuccess && (
          <p>{t('publishing.nothing-new', { time: dateAndTime(live.computedAt, language) })}</p>
        )
      ) : (
        <PublishForm year={year} live={live} latest={latest} publish={publish} />
      )}
    </Surface>
  );
}

interface PublishFormProps {
  readonly year: number;
  readonly live: Live;
  readonly latest: Vintage | null;
  readonly publish: ReturnType<typeof usePublish>;
}

function PublishForm({ year, live, latest, publish }: PublishFormProps): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const blocked = live.blockedBy.length > 0;
  const submit = (): void => {
    setMissing(note.trim() === '');
    if (note.trim() !== '' && !blocked && !publish.isPending) publish.mutate({ hash: live.hash, note });
  };
  return (
    <>
      <p>{t('publishing.live', { time: dateAndTime(live.computedAt, language) })}</p>
      {latest !== null && <DifferencesView year={year} sides={{ before: latest.hash, after: 'live' }} />}
      {blocked && <Blocked year={year} live={live} />}
      <form
        className={styles.form}
        // The message is ours, in the reader's language.
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field
          label={t('publishing.note')}
          hint={t('publishing.note.hint')}
          required
          {...(missing && note.trim() === '' && { validationMessage: t('publishing.note.missing') })}
        >
          <Textarea value={note} maxLength={2000} onChange={(_event, { value }) => setNote(value)} />
        </Field>
        {publish.isError && <ProblemView error={publish.error} />}
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabledFocusable={blocked || publish.isPending}>
            {latest === null
              ? t('publishing.publish', { year: String(year) })
              : t('publishing.restate', { number: latest.number + 1 })}
          </Button>
        </div>
      </form>
    </>
  );
}

/** The errors that must be mended first, and where to find them. */
function Blocked({ year, live }: { readonly year: number; readonly live: Live }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const route = useRoute();
  return (
    <div className={styles.blocked}>
      <Notice tone="error" title={t('quality.blocked', { count: live.blockedBy.length, year: String(year) })}>
        <ul className={styles.list}>
          {live.blockedBy.map(({ rule, count, sourceId }) => (
            <li key={`${rule} ${sourceId}`}>{t(`finding.${rule}`, { count })}</li>
          ))}
        </ul>
        <Link href={hrefOf({ ...settingsRoute(route, 'quality'), year })}>{t('publishing.see-quality')}</Link>
      </Notice>
    </div>
  );
}
