import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import { LARGEST_UPLOAD_MB, type UploadedName } from '../upload-limit.ts';
import type { SourceTopic } from '#core/result/figure-ids.ts';
import { FileButton } from '../../../components/file-button.tsx';
import { ProblemView } from '../../../components/problem-view.tsx';
import { useTranslation } from '../../../lib/translation.tsx';
import { useUpload } from '../api/setup.ts';

const useStyles = makeStyles({
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
  const upload = useUpload();
  return (
    <div>
      <FileButton
        label={t('sources.upload.choose')}
        accept=".xlsx,.csv,.tsv,.txt"
        isPending={upload.isPending}
        describedBy={hintId}
        onChoose={(file) => upload.mutate({ topic, file }, { onSuccess: onUploaded })}
      />
      <span id={hintId} className={styles.hint}>
        {t('sources.upload.hint', { limit: LARGEST_UPLOAD_MB })}
      </span>
      {upload.isPending && <Spinner size="tiny" label={t('sources.upload.sending')} />}
      {upload.isError && <ProblemView error={upload.error} />}
    </div>
  );
}
