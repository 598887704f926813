import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from '../lib/translation.tsx';
import { goTo, useRoute } from '../lib/use-route.ts';
import { Surface } from './surface.tsx';

const useStyles = makeStyles({ body: { display: 'grid', gap: '8px' } });

interface ChosenNoticeProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** The unit or object that a link or a channel's tab turned the page to, first on the page, with the way back to all. */
export function ChosenNotice({ title, children }: ChosenNoticeProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const route = useRoute();
  return (
    <Surface
      title={title}
      actions={
        <Button size="small" onClick={() => goTo({ ...route, unit: null, object: null })}>
          {t('chosen.all')}
        </Button>
      }
    >
      <div className={styles.body}>{children}</div>
    </Surface>
  );
}
