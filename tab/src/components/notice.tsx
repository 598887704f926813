import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ReactElement, ReactNode } from 'react';

export type NoticeTone = 'info' | 'warning' | 'error' | 'success';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    gap: '10px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  warning: {
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  error: {
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  success: {
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
    backgroundColor: tokens.colorStatusSuccessBackground1,
  },
  icon: { flexShrink: 0, fontSize: '20px', lineHeight: 0 },
  body: { minWidth: 0, overflowWrap: 'anywhere' },
  title: { display: 'block', fontWeight: tokens.fontWeightSemibold },
});

const ICONS = {
  info: InfoRegular,
  warning: WarningRegular,
  error: ErrorCircleRegular,
  success: CheckmarkCircleRegular,
} as const;

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title: string;
  /** Spoken as soon as it appears, for what happens while the reader does something else. */
  readonly announced?: boolean;
  readonly children?: ReactNode;
}

/** A message in the page: what holds, in words, with an icon so that colour is never alone. */
export function Notice({ tone, title, announced = false, children }: NoticeProps): ReactElement {
  const styles = useStyles();
  const Icon = ICONS[tone];
  const ofTone = { info: undefined, warning: styles.warning, error: styles.error, success: styles.success };
  return (
    <div
      className={mergeClasses(styles.notice, ofTone[tone])}
      role={announced ? (tone === 'error' ? 'alert' : 'status') : undefined}
    >
      <span className={styles.icon} aria-hidden="true">
        <Icon />
      </span>
      <div className={styles.body}>
        <span className={styles.title}>{title}</span>
        {children}
      </div>
    </div>
  );
}
