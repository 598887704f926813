import {
  Button,
  Checkbox,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { useState, type SubmitEvent, type ReactElement } from 'react';
import type { ChannelTarget, ChannelTargetWrite } from '#core/contracts/channel-targets.ts';
import { needsPerson, TARGET_KINDS, type TargetKind } from '#core/digest/target-kinds.ts';
import { ProblemView } from '../../components/problem-view.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { useSaveTarget } from './api/targets.ts';
import { TargetCheck } from './target-check.tsx';
import { newTargetId } from './target-id.ts';
import { WorkflowGuide } from './workflow-guide.tsx';

const useStyles = makeStyles({
  fields: { display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
});

interface SaveTargetDialogProps {
  /** Null: a new channel. */
  readonly target: ChannelTarget | null;
  /** Ids in use. */
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

/** Asks for a channel and how it is reached, saves it, and tries it at once. A webhook's address is never read back. */
export function SaveTargetDialog({ target, taken, onClose }: SaveTargetDialogProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const save = useSaveTarget();
  const [name, setName] = useState(target?.name ?? '');
  const [kind, setKind] = useState<TargetKind>(target?.kind ?? 'workflows-webhook');
  const [webhookUrl, setWebhookUrl] = useState('');
  const [channelLink, setChannelLink] = useState(target?.channelLink ?? '');
  const [recipient, setRecipient] = useState(target?.recipient ?? '');
  const [takesNotices, setTakesNotices] = useState(target?.takesNotices ?? false);
  const keepsAddress = target?.kind === kind && kind === 'workflows-webhook';

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    save.mutate({
      id: target?.id ?? newTargetId(name, taken),
      write: writeOf({ name, kind, webhookUrl, channelLink, recipient, takesNotices }),
    });
  }

  if (save.isSuccess) return <TargetCheck saved={save.data} onClose={onClose} />;
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
          <Field label={t('targets.field.kind')}>
            <RadioGroup
              value={kind}
              onChange={(_event, data) =>
                setKind(TARGET_KINDS.find((one) => one === data.value) ?? 'workflows-webhook')
              }
            >
              {TARGET_KINDS.map((one) => (
                <Radio key={one} value={one} label={t(`targets.kind.${one}`)} />
              ))}
            </RadioGroup>
          </Field>
          {kind === 'workflows-webhook' ? (
            <>
              <WorkflowGuide open={target === null} />
              <Field
                label={t('targets.field.url')}
                hint={keepsAddress ? t('targets.field.url.keep') : t('targets.field.url.hint')}
                required={!keepsAddress}
              >
                <Input
                  type="url"
                  value={webhookUrl}
                  placeholder={keepsAddress ? maskedAddress(target.host) : ''}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(_event, data) => setWebhookUrl(data.value)}
                />
              </Field>
            </>
          ) : kind === 'activity-feed' ? (
            <Field label={t('targets.field.recipient')} hint={t('targets.field.recipient.hint')} required>
              <Input
                value={recipient}
                maxLength={200}
                autoComplete="off"
                spellCheck={false}
                onChange={(_event, data) => setRecipient(data.value)}
              />
            </Field>
          ) : (
            <Field label={t('targets.field.link')} hint={t('targets.field.link.hint')} required>
              <Input
                type="url"
                value={channelLink}
                autoComplete="off"
                spellCheck={false}
                onChange={(_event, data) => setChannelLink(data.value)}
              />
            </Field>
          )}
          {!needsPerson(kind) && (
            <Checkbox
              label={t('targets.field.notices')}
              checked={takesNotices}
              onChange={(_event, { checked }) => setTakesNotices(checked === true)}
            />
          )}
          {save.isError && <ProblemView error={save.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('targets.cancel')}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={save.isPending}>
            {t('targets.save-and-try')}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}

/** An address as it may be shown: the rest of it is a key. */
export function maskedAddress(host: string): string {
  return `https://${host}/••••••`;
}

/** Only what the kind has; a webhook that keeps its address says nothing of it. */
function writeOf(form: {
  readonly name: string;
  readonly kind: TargetKind;
  readonly webhookUrl: string;
  readonly channelLink: string;
  readonly recipient: string;
  readonly takesNotices: boolean;
}): ChannelTargetWrite {
  const { name, kind, webhookUrl, channelLink, recipient, takesNotices } = form;
  const common = { name, kind, verify: true };
  if (kind === 'activity-feed') return { ...common, takesNotices, recipient };
  return kind === 'teams-channel'
    ? { ...common, channelLink }
    : { ...common, takesNotices, ...(webhookUrl.trim() !== '' && { webhookUrl: webhookUrl.trim() }) };
}
