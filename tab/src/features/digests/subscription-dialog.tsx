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
  Select,
} from '@fluentui/react-components';
import { useState, type ReactElement, type SubmitEvent } from 'react';
import type { ChannelTarget } from '#core/contracts/channel-targets.ts';
import { hasPassed } from '#core/digest/due-run.ts';
import { needsPerson } from '#core/digest/target-kinds.ts';
import type { Subscription, SubscriptionWrite } from '#core/contracts/subscriptions.ts';
import { ProblemView } from '../../components/problem-view.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { useSaveSubscription } from './api/subscriptions.ts';
import { SubjectFields } from './subject-fields.tsx';
import { newTargetId } from './target-id.ts';
import { WhenFields } from './when-fields.tsx';

const useStyles = makeStyles({
  fields: { display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  group: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
});

interface SubscriptionDialogProps {
  /** The one to change, or to begin from; null for an empty form. */
  readonly from: SubscriptionWrite | null;
  /** Its id where it is changed; null for a new one. */
  readonly id: string | null;
  readonly taken: readonly string[];
  readonly targets: readonly ChannelTarget[];
  readonly year: number;
  readonly onClose: () => void;
}

const EMPTY: SubscriptionWrite = {
  name: '',
  subject: { kind: 'index' },
  targetIds: [],
  when: { kind: 'schedule', cron: '0 8 * * 1', timeZone: 'Europe/Stockholm' },
  language: 'sv',
  mentions: [],
  quietWhenUnchanged: true,
  paused: false,
};

/** What of a subscription an admin decides. */
export function writeOf(subscription: Subscription): SubscriptionWrite {
  const { name, subject, targetIds, when, language, mentions, quietWhenUnchanged, paused } = subscription;
  return { name, subject, targetIds, when, language, mentions, quietWhenUnchanged, paused };
}

/** The form of one subscription. */
export function SubscriptionDialog(props: SubscriptionDialogProps): ReactElement {
  const { from, id, taken, targets, year, onClose } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const save = useSaveSubscription();
  const [write, setWrite] = useState<SubscriptionWrite>(from ?? EMPTY);
  const change = (part: Partial<SubscriptionWrite>): void => setWrite((before) => ({ ...before, ...part }));
  const { when, paused } = write;
  // One that ran long since may get another name; one that is to run needs a time to run at.
  const isSameTime =
    id !== null && from?.when.kind === 'once' && when.kind === 'once' && from.when.at === when.at;
  const isPast = !paused && !isSameTime && hasPassed(when, new Date().toISOString());
  const [mention] = write.mentions;
  const mentionOf = (part: Partial<NonNullable<typeof mention>>): void => {
    const next = { userId: '', name: '', ...mention, ...part };
    change({ mentions: next.userId === '' && next.name === '' ? [] : [next] });
  };

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    save.mutate({ id: id ?? newTargetId(write.name, taken), write }, { onSuccess: onClose });
  }

  return (
    <form onSubmit={submit}>
      <DialogBody>
        <DialogTitle>{id === null ? t('subscriptions.add') : t('subscriptions.edit')}</DialogTitle>
        <DialogContent className={styles.fields}>
          <Field label={t('subscriptions.name')} required>
            <Input
              value={write.name}
              maxLength={120}
              onChange={(_event, { value }) => change({ name: value })}
            />
          </Field>
          <SubjectFields subject={write.subject} year={year} onChange={(subject) => change({ subject })} />
          <fieldset className={styles.group}>
            <legend>{t('subscriptions.where')}</legend>
            {targets
              .filter(({ kind }) => !needsPerson(kind))
              .map((target) => (
                <Checkbox
                  key={target.id}
                  label={target.name}
                  checked={write.targetIds.includes(target.id)}
                  onChange={(_event, { checked }) =>
                    change({
                      targetIds:
                        checked === true
                          ? [...write.targetIds, target.id]
                          : write.targetIds.filter((other) => other !== target.id),
                    })
                  }
                />
              ))}
            {targets.some(({ kind }) => needsPerson(kind)) && <p>{t('subscriptions.where.person')}</p>}
          </fieldset>
          <WhenFields when={write.when} onChange={(when) => change({ when })} />
          <Field label={t('digest.language')}>
            <Select
              value={write.language}
              onChange={(_event, { value }) => change({ language: value === 'en' ? 'en' : 'sv' })}
            >
              <option value="sv">{t('language.sv')}</option>
              <option value="en">{t('language.en')}</option>
            </Select>
          </Field>
          <Checkbox
            label={t('subscriptions.quiet')}
            checked={write.quietWhenUnchanged}
            onChange={(_event, { checked }) => change({ quietWhenUnchanged: checked === true })}
          />
          <Field label={t('subscriptions.mention.name')} hint={t('subscriptions.mention.hint')}>
            <Input value={mention?.name ?? ''} onChange={(_event, { value }) => mentionOf({ name: value })} />
          </Field>
          <Field label={t('subscriptions.mention.user')}>
            <Input
              value={mention?.userId ?? ''}
              autoComplete="off"
              onChange={(_event, { value }) => mentionOf({ userId: value })}
            />
          </Field>
          {save.isError && <ProblemView error={save.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('targets.cancel')}</Button>
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={
              save.isPending || write.targetIds.length === 0 || write.name.trim() === '' || isPast
            }
          >
            {t('targets.save')}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
