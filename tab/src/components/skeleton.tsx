import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from '../lib/translation.tsx';
import { useAfter } from '../lib/use-after.ts';
import { useOnline } from '../lib/use-online.ts';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: '16px' },
  block: {
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  said: { minHeight: '20px', color: tokens.colorNeutralForeground2 },
});

const SLOW_AFTER_MS = 4_000;

interface SkeletonProps {
  /** Heights of the parts that are coming, so that the page does not jump when they do. */
  readonly heightsPx: readonly number[];
}

/** The shape of what is on its way. It says so at once to a screen reader, and to everyone when it takes long. */
export function Skeleton({ heightsPx }: SkeletonProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const slow = useAfter(SLOW_AFTER_MS);
  const online = useOnline();
  const said = online ? (slow ? t('state.slow') : t('state.loading')) : t('state.offline.empty');
  return (
    <div className={styles.stack}>
      <span role="status" className={styles.said}>
        {said}
      </span>
      {heightsPx.map((heightPx, index) => (
        <div key={index} className={styles.block} style={{ height: heightPx }} aria-hidden="true" />
      ))}
    </div>
  );
}
