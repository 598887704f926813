import { Link } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { hrefOf, settingsRoute } from '../lib/route.ts';
import { useTranslation } from '../lib/translation.tsx';
import { useIsAdmin } from '../lib/use-is-admin.ts';
import { useRoute } from '../lib/use-route.ts';
import { Notice } from './notice.tsx';

/** A year without a result: what a reader and an administrator can do. */
export function NotComputed({ year }: { readonly year: number }): ReactElement {
  const { t } = useTranslation();
  const route = useRoute();
  const isAdmin = useIsAdmin();
  return (
    <Notice tone="info" title={t('state.not-computed.title', { year: String(year) })}>
      <p>{t('state.not-computed.reader')}</p>
      {isAdmin && (
        <Link href={hrefOf({ ...settingsRoute(route, 'refresh'), year })}>
          {t('state.not-computed.admin')}
        </Link>
      )}
    </Notice>
  );
}
