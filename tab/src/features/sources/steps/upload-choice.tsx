import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useId, useRef, type ReactElement } from 'react';
import { LARGEST_UPLOAD_MB, type UploadedName } from '../upload-limit.ts';
import type { SourceTopic } from '#core/result/figure-ids.ts';
import { ProblemView } from '../../../components/problem-view.tsx';
import { useTranslation } from '../../../lib/translation.tsx';
import { useUpload } from '../api/setup.ts';

const useStyles = makeStyles({
  input: { position: 'absolute', width: '1px', height: '1px', opacity: 0, pointerEvents: 'none' },
  hint: { display: 'block', marginTop: '4px', color: tokens.colorNeutralForeground2 },
});

interface UploadChoiceProps {
  readonly topic: SourceTopic;
  readonly onUploaded: (file: UploadedName) => void;
}

/** Takes a file from the admin's machine. */
export function UploadChoice({ topic, onUploaded }: UploadChoiceProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const hintId = useId();
  const input = useRef<HTMLInputElement>(null);
  const upload = useUpload();
  return (
    <div>
      <input
        ref={input}
        className={styles.input}
        type="file"
        accept=".xlsx,.csv,.tsv,.txt"
        tabIndex={-1}
        aria-label={t('sources.upload.choose')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) upload.mutate({ topic, file }, { onSuccess: onUploaded });
          target.value = '';
        }}
      />
      <Button
        aria-describedby={hintId}
        disabledFocusable={upload.isPending}
        onClick={() => input.current?.click()}
      >
        {t('sources.upload.choose')}
      </Button>
      <span id={hintId} className={styles.hint}>
        {t('sources.upload.hint', { limit: LARGEST_UPLOAD_MB })}
      </span>
      {upload.isPending && <Spinner size="tiny" label={t('sources.upload.sending')} />}
      {upload.isError && <ProblemView error={upload.error} />}
    </div>
  );
}
