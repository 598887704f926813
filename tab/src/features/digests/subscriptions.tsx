import { Button, makeStyles } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { ChannelTarget } from '#core/contracts/channel-targets.ts';
import type { DigestSubject } from '#core/digest/digest-subject.ts';
import { hasPassed } from '#core/digest/due-run.ts';
import type { Subscription, SubscriptionWhen, SubscriptionWrite } from '#core/contracts/subscriptions.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { ModalDialog } from '../../components/modal-dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Surface } from '../../components/surface.tsx';
import { shortDateAndTime } from '../../lib/dates.ts';
import { useResult } from '../../lib/resources/result.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useDeleteSubscription, useSaveSubscription, useSubscriptions } from './api/subscriptions.ts';
import { useTargets } from './api/targets.ts';
import { SubscriptionDialog, writeOf } from './subscription-dialog.tsx';
import { subjectWords, whenWords } from './subscription-words.ts';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: '4px' } });

interface Open {
  readonly id: string | null;
  readonly from: SubscriptionWrite | null;
}

/** What is posted where and when: add, change, pause, duplicate, and delete with a way back. */
export function Subscriptions({ year }: { readonly year: number }): ReactElement {
  const { t } = useTranslation();
  const subscriptions = useSubscriptions();
  const targets = useTargets().data ?? [];
  const save = useSaveSubscription();
  const remove = useDeleteSubscription();
  const [open, setOpen] = useState<Open | null>(null);
  const [removed, setRemoved] = useState<Subscription | null>(null);
  const taken = subscriptions.data?.map(({ id }) => id) ?? [];
  const problem = save.error ?? remove.error;
  return (
    <Surface
      title={t('subscriptions.title')}
      lead={t('subscriptions.lead')}
      actions={
        <Button disabledFocusable={targets.length === 0} onClick={() => setOpen({ id: null, from: null })}>
          {t('subscriptions.add')}
        </Button>
      }
    >
      {removed !== null && (
        <Notice tone="info" announced title={t('subscriptions.removed', { name: removed.name })}>
          <Button
            size="small"
            onClick={() =>
              save.mutate({ id: removed.id, write: restored(removed) }, { onSuccess: () => setRemoved(null) })
            }
          >
            {t('subscriptions.undo')}
          </Button>
        </Notice>
      )}
      {problem !== null && <ProblemView error={problem} />}
      {subscriptions.data !== undefined ? (
        <SubscriptionTable
          subscriptions={subscriptions.data}
          year={year}
          targets={targets}
          onEdit={(one) => setOpen({ id: one.id, from: writeOf(one) })}
          onDuplicate={(one) =>
            setOpen({
              id: null,
              from: { ...writeOf(one), name: t('subscriptions.copy', { name: one.name }) },
            })
          }
          onPause={(one) => save.mutate({ id: one.id, write: { ...writeOf(one), paused: !one.paused } })}
          onRemove={(one) => remove.mutate(one.id, { onSuccess: () => setRemoved(one) })}
        />
      ) : subscriptions.isError ? (
        <ProblemView error={subscriptions.error} onRetry={() => void subscriptions.refetch()} />
      ) : (
        <Skeleton heightsPx={[80]} />
      )}
      <ModalDialog onClose={() => setOpen(null)}>
        {open === null ? null : (
          <SubscriptionDialog
            {...open}
            taken={taken}
            targets={targets}
            year={year}
            onClose={() => setOpen(null)}
          />
        )}
      </ModalDialog>
    </Surface>
  );
}

/** What was removed, as it comes back: a single time that has passed has nothing left to do. */
function restored(removed: Subscription): SubscriptionWrite {
  return { ...writeOf(removed), paused: removed.paused || isOver(removed.when) };
}

function isOver(when: SubscriptionWhen): boolean {
  return hasPassed(when, new Date().toISOString());
}

interface SubscriptionTableProps {
  readonly subscriptions: readonly Subscription[];
  /** The year whose units' names are known. */
  readonly year: number;
  readonly targets: readonly ChannelTarget[];
  readonly onEdit: (one: Subscription) => void;
  readonly onDuplicate: (one: Subscription) => void;
  readonly onPause: (one: Subscription) => void;
  readonly onRemove: (one: Subscription) => void;
}

function SubscriptionTable(props: SubscriptionTableProps): ReactElement {
  const { subscriptions, year, targets, onEdit, onDuplicate, onPause, onRemove } = props;
  const styles = useStyles();
  const translation = useTranslation();
  const { t, language } = translation;
  const result = useResult(year).data?.result;
  if (subscriptions.length === 0) return <p>{t('subscriptions.none')}</p>;
  const units = result?.employeeSurvey.units ?? [];
  const unitNameOf = (subject: DigestSubject): string =>
    subject.kind === 'unit' ? (units.find(({ id }) => id === subject.unitId)?.name ?? '') : '';
  const nameOf = (id: string): string => targets.find((target) => target.id === id)?.name ?? id;
  const columns: readonly RecordColumn<Subscription>[] = [
    { id: 'name', header: t('subscriptions.name'), kind: 'text', cell: ({ name }) => name },
    {
      id: 'subject',
      header: t('subject.label'),
      kind: 'text',
      cell: ({ subject }) => subjectWords(subject, translation, unitNameOf(subject)),
    },
    {
      id: 'where',
      header: t('subscriptions.where'),
      kind: 'text',
      cell: ({ targetIds }) => targetIds.map(nameOf).join(', '),
    },
    {
      id: 'when',
      header: t('when.label'),
      kind: 'text',
      cell: ({ when, paused, nextRuns: [next] }) =>
        [
          paused ? t('subscriptions.paused') : '',
          whenWords(when, translation),
          next === undefined ? '' : t('subscriptions.next', { time: shortDateAndTime(next, language) }),
          paused && isOver(when) ? t('subscriptions.over') : '',
        ]
          .filter((part) => part !== '')
          .join(' '),
    },
    {
      id: 'last',
      header: t('subscriptions.last'),
      kind: 'text',
      cell: ({ lastRun }) =>
        lastRun === null
          ? t('subscriptions.never')
          : `${shortDateAndTime(lastRun.at, language)}: ${t(`subscription-outcome.${lastRun.outcome}`)}`,
    },
    {
      id: 'actions',
      header: t('targets.actions'),
      kind: 'actions',
      cell: (one) => {
        const pause = one.paused ? 'subscriptions.resume' : 'subscriptions.pause';
        const actions = [
          ['subscriptions.edit', onEdit],
          [pause, onPause],
          ['subscriptions.duplicate', onDuplicate],
          ['subscriptions.delete', onRemove],
        ] as const;
        return (
          <div className={styles.actions}>
            {actions.map(([key, act]) => (
              <Button
                key={key}
                size="small"
                aria-label={t('subscriptions.action-of', { action: t(key), name: one.name })}
                onClick={() => act(one)}
              >
                {t(key)}
              </Button>
            ))}
          </div>
        );
      },
    },
  ];
  return (
    <RecordTable
      caption={t('subscriptions.caption')}
      captionHidden
      columns={columns}
      rows={subscriptions}
      rowKey={({ id }) => id}
    />
  );
}
