import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  Input,
  makeStyles,
} from '@fluentui/react-components';
import { useState, type SubmitEvent, type ReactElement } from 'react';
import type { ChannelTarget } from '#core/contracts/admin.ts';
import { ProblemView } from '../../components/problem-view.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { useSaveTarget } from './api/targets.ts';
import { newTargetId } from './target-id.ts';

const useStyles = makeStyles({ fields: { display: 'grid', gap: '12px' } });

interface SaveTargetDialogProps {
  /** Null: a new channel. */
  readonly target: ChannelTarget | null;
  /** Ids in use. */
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

/** Asks for a channel's name and address. The address is written, never read back: replacing means typing it anew. */
export function SaveTargetDialog({ target, taken, onClose }: SaveTargetDialogProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const save = useSaveTarget();
  const [name, setName] = useState(target?.name ?? '');
  const [webhookUrl, setWebhookUrl] = useState('');

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    save.mutate({ id: target?.id ?? newTargetId(name, taken), name, webhookUrl }, { onSuccess: onClose });
  }

  return (
    <form onSubmit={submit}>
      <DialogBody>
        <DialogTitle>
          {target === null ? t('targets.add') : t('targets.replace.of', { name: target.name })}
        </DialogTitle>
        <DialogContent className={styles.fields}>
          <Field label={t('targets.field.name')} required>
            <Input value={name} maxLength={120} onChange={(_event, data) => setName(data.value)} />
          </Field>
          <Field label={t('targets.field.url')} hint={t('targets.field.url.hint')} required>
            <Input
              type="url"
              value={webhookUrl}
              autoComplete="off"
              spellCheck={false}
              onChange={(_event, data) => setWebhookUrl(data.value)}
            />
          </Field>
          {save.isError && <ProblemView error={save.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('targets.cancel')}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={save.isPending}>
            {t('targets.save')}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
