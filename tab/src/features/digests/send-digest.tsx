import { Button, Field, makeStyles, Select } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { needsPerson } from '#core/digest/target-kinds.ts';
import type { DigestSubject } from '#core/digest/digest-subject.ts';
import { ProblemView } from '../../components/problem-view.tsx';
import { Surface } from '../../components/surface.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { usePreviewDigest, useSendDigest } from './api/digests.ts';
import { useTargets } from './api/targets.ts';
import { CardView } from './card-view.tsx';
import { ReceiptNotice } from './receipt-notice.tsx';
import { SubjectFields } from './subject-fields.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', gap: '12px', marginBottom: '12px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginBottom: '12px' },
});

interface SendDigestProps {
  readonly years: readonly number[];
  readonly year: number | null;
}

/** Chooses channel, year and language, shows what the card says, and sends it. */
export function SendDigest({ years, year: firstYear }: SendDigestProps): ReactElement {
  const styles = useStyles();
  const { t, language: ownLanguage } = useTranslation();
  const targets = useTargets().data ?? [];
  const newestFirst = years.toSorted((a, b) => b - a);
  const [chosenTargetId, setTargetId] = useState('');
  const [year, setYear] = useState(firstYear ?? newestFirst[0] ?? 0);
  const [language, setLanguage] = useState(ownLanguage);
  const [subject, setSubject] = useState<DigestSubject>({ kind: 'index' });
  const preview = usePreviewDigest();
  const send = useSendDigest();
  const target = targets.find(({ id }) => id === chosenTargetId) ?? targets[0];
  const targetId = target?.id;
  const isPerson = target !== undefined && needsPerson(target.kind);
  const forget = (): void => {
    preview.reset();
    send.reset();
  };
  return (
    <Surface title={t('digest.title')}>
      <div className={styles.fields}>
        <Field label={t('digest.channel')}>
          <Select
            value={targetId ?? ''}
            onChange={(_event, { value }) => {
              setTargetId(value);
              forget();
            }}
          >
            {targets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('digest.year')}>
          <Select
            value={String(year)}
            onChange={(_event, { value }) => {
              setYear(Number(value));
              forget();
            }}
          >
            {newestFirst.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('digest.language')}>
          <Select
            value={language}
            onChange={(_event, { value }) => {
              setLanguage(value === 'en' ? 'en' : 'sv');
              forget();
            }}
          >
            <option value="sv">{t('language.sv')}</option>
            <option value="en">{t('language.en')}</option>
          </Select>
        </Field>
        <SubjectFields
          subject={subject}
          year={year}
          onChange={(chosen) => {
            setSubject(chosen);
            forget();
          }}
        />
      </div>
      <div className={styles.buttons}>
        <Button
          onClick={() => preview.mutate({ year, language, subject })}
          disabledFocusable={preview.isPending}
        >
          {t('digest.preview')}
        </Button>
        <Button
          appearance="primary"
          disabledFocusable={targetId === undefined || send.isPending}
          onClick={() => {
            if (targetId !== undefined) send.mutate({ year, targetId, language, subject });
          }}
        >
          {t(isPerson ? 'digest.send.as-me' : 'digest.send')}
        </Button>
        <Button
          disabledFocusable={targetId === undefined || send.isPending}
          onClick={() => {
            if (targetId !== undefined) send.mutate({ year, targetId, language, subject, isTest: true });
          }}
        >
          {t(isPerson ? 'digest.test.as-me' : 'digest.test')}
        </Button>
      </div>
      {targetId === undefined && <p>{t('digest.need-channel')}</p>}
      {isPerson && <p>{t('digest.as-me.note')}</p>}
      {send.isSuccess && (
        <ReceiptNotice
          id={send.data.deliveryId}
          asked={
            send.data.duplicate
              ? t('digest.duplicate')
              : send.variables.isTest === true
                ? t('digest.test.asked')
                : t('digest.asked')
          }
        />
      )}
      {(send.error ?? preview.error) !== null && <ProblemView error={send.error ?? preview.error} />}
      {preview.data !== undefined && <CardView card={preview.data} />}
    </Surface>
  );
}
