import { Button, makeStyles } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { ChannelTarget } from '#core/contracts/channel-targets.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { ModalDialog } from '../../components/modal-dialog.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Surface } from '../../components/surface.tsx';
import { shortDateAndTime } from '../../lib/dates.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useTargets } from './api/targets.ts';
import { DeleteTargetDialog } from './delete-target-dialog.tsx';
import { maskedAddress, SaveTargetDialog } from './save-target-dialog.tsx';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: '4px' } });

type Open =
  { readonly kind: 'add' } | { readonly kind: 'replace' | 'delete'; readonly target: ChannelTarget };

/** The channels that cards can go to: add, give a new address, remove. */
export function ChannelTargets(): ReactElement {
  const { t } = useTranslation();
  const targets = useTargets();
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const taken = targets.data?.map(({ id }) => id) ?? [];
  return (
    <Surface
      title={t('targets.title')}
      lead={t('targets.lead')}
      actions={<Button onClick={() => setOpen({ kind: 'add' })}>{t('targets.add')}</Button>}
    >
      {targets.data !== undefined ? (
        <TargetsTable targets={targets.data} onOpen={setOpen} />
      ) : targets.isError ? (
        <ProblemView error={targets.error} onRetry={() => void targets.refetch()} />
      ) : (
        <Skeleton heightsPx={[80]} />
      )}
      <ModalDialog modalType={open?.kind === 'delete' ? 'alert' : 'modal'} onClose={close}>
        {open === null ? null : open.kind === 'delete' ? (
          <DeleteTargetDialog target={open.target} onClose={close} />
        ) : (
          <SaveTargetDialog target={open.kind === 'add' ? null : open.target} taken={taken} onClose={close} />
        )}
      </ModalDialog>
    </Surface>
  );
}

interface TargetsTableProps {
  readonly targets: readonly ChannelTarget[];
  readonly onOpen: (open: Open) => void;
}

function TargetsTable({ targets, onOpen }: TargetsTableProps): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  if (targets.length === 0) return <p>{t('targets.none')}</p>;
  const columns: readonly RecordColumn<ChannelTarget>[] = [
    { id: 'name', header: t('targets.name'), kind: 'wide-text', cell: ({ name }) => name },
    {
      id: 'way',
      header: t('targets.way'),
      kind: 'text',
      cell: ({ kind, host, recipient, takesNotices }) => (
        <>
          <div>{t(`targets.way.${kind}`)}</div>
          {kind === 'workflows-webhook' && <div>{maskedAddress(host)}</div>}
          {recipient !== null && <div>{recipient}</div>}
          {takesNotices && <div>{t('targets.takes-notices')}</div>}
        </>
      ),
    },
    {
      id: 'saved',
      header: t('targets.saved'),
      kind: 'text',
      cell: ({ savedAt, savedBy }) => `${shortDateAndTime(savedAt, language)}, ${savedBy}`,
    },
    {
      id: 'actions',
      header: t('targets.actions'),
      kind: 'actions',
      cell: (target) => (
        <div className={styles.actions}>
          <Button
            size="small"
            aria-label={t('targets.replace.of', { name: target.name })}
            onClick={() => onOpen({ kind: 'replace', target })}
          >
            {t('targets.replace')}
          </Button>
          <Button
            size="small"
            aria-label={t('targets.delete.of', { name: target.name })}
            onClick={() => onOpen({ kind: 'delete', target })}
          >
            {t('targets.delete')}
          </Button>
        </div>
      ),
    },
  ];
  return (
    <RecordTable
      caption={t('targets.caption')}
      captionHidden
      columns={columns}
      rows={targets}
      rowKey={({ id }) => id}
    />
  );
}
