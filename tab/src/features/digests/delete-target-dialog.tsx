import { Button, DialogActions, DialogBody, DialogContent, DialogTitle } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ChannelTarget } from '#core/contracts/channel-targets.ts';
import { ProblemView } from '../../components/problem-view.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { useDeleteTarget } from './api/targets.ts';

interface DeleteTargetDialogProps {
  readonly target: ChannelTarget;
  readonly onClose: () => void;
}

/** Asks once more before a channel is removed. */
export function DeleteTargetDialog({ target, onClose }: DeleteTargetDialogProps): ReactElement {
  const { t } = useTranslation();
  const remove = useDeleteTarget();
  return (
    <DialogBody>
      <DialogTitle>{t('targets.delete.title', { name: target.name })}</DialogTitle>
      <DialogContent>
        <p>{t('targets.delete.body')}</p>
        {remove.isError && <ProblemView error={remove.error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('targets.cancel')}</Button>
        <Button
          appearance="primary"
          disabledFocusable={remove.isPending}
          onClick={() => remove.mutate(target.id, { onSuccess: onClose })}
        >
          {t('targets.delete')}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
