import { Link } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { ApiProblem } from '../lib/api-problem.ts';
import { useSettings } from '../lib/resources/settings.ts';
import { hrefOf, settingsRoute } from '../lib/route.ts';
import { useTranslation } from '../lib/translation.tsx';
import { useRoute } from '../lib/use-route.ts';
import { Notice } from './notice.tsx';
import { ProblemView } from './problem-view.tsx';
import { Skeleton } from './skeleton.tsx';

interface WithSettingsProps {
  readonly children: (stored: StoredSettings) => ReactNode;
}

const SKELETON_PX = [200, 240] as const;

/** A part of a page that needs the stored settings: loading, failed, nothing saved yet, or the part. */
export function WithSettings({ children }: WithSettingsProps): ReactElement {
  const { t } = useTranslation();
  const route = useRoute();
  const settings = useSettings();
  if (settings.data !== undefined) return <>{children(settings.data)}</>;
  if (settings.error instanceof ApiProblem && settings.error.code === 'not-configured') {
    return (
      <Notice tone="info" title={t('problem.not-configured')}>
        <p>{t('settings.none')}</p>
        {route.section !== 'sources' && (
          <Link href={hrefOf(settingsRoute(route, 'sources'))}>{t('settings.none.sources')}</Link>
        )}
      </Notice>
    );
  }
  if (settings.isError) {
    return <ProblemView error={settings.error} onRetry={() => void settings.refetch()} />;
  }
  return <Skeleton heightsPx={SKELETON_PX} />;
}
