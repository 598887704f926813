import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Link,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ChannelTargetSaved, PostConsent } from '#core/contracts/channel-targets.ts';
import { Notice } from '../../components/notice.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { ReceiptNotice } from './receipt-notice.tsx';

const useStyles = makeStyles({
  command: {
    display: 'block',
    margin: '8px 0',
    padding: '8px 10px',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    fontFamily: tokens.fontFamilyMonospace,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    userSelect: 'all',
  },
});

interface TargetCheckProps {
  readonly saved: ChannelTargetSaved;
  readonly onClose: () => void;
}

/** What came of trying a channel that has just been saved. */
export function TargetCheck({ saved, onClose }: TargetCheckProps): ReactElement {
  const { t } = useTranslation();
  const { name, checkId, consent } = saved;
  return (
    <DialogBody>
      <DialogTitle>{t('targets.saved.title', { name })}</DialogTitle>
      <DialogContent>
        {checkId !== null ? (
          <ReceiptNotice id={checkId} asked={t('targets.check.asked')} />
        ) : consent !== null ? (
          <ConsentGuide consent={consent} />
        ) : (
          <Notice tone="success" announced title={t('targets.check.may-post')}>
            <p>{t('targets.check.may-post.note')}</p>
          </Notice>
        )}
      </DialogContent>
      <DialogActions>
        <Button appearance="primary" onClick={onClose}>
          {t('deliveries.close')}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

/** Whom to ask for which permission, and the command that gives it. */
function ConsentGuide({ consent }: { readonly consent: PostConsent }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Notice tone="warning" announced title={t('targets.consent.title')}>
      <p>{t('targets.consent.lead', { permission: consent.permission })}</p>
      <code className={styles.command}>{consent.command}</code>
      <p>
        <Link href={consent.adminUrl} target="_blank" rel="noreferrer">
          {t('targets.consent.link')}
        </Link>
      </p>
      <p>{t('targets.consent.after')}</p>
    </Notice>
  );
}
