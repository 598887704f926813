import { Link, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { failingTargets } from '#core/digest/failing-targets.ts';
import { Notice } from '../../components/notice.tsx';
import { problemRemedy, problemTitle } from '../../lib/remedies.ts';
import { hrefOf, settingsRoute } from '../../lib/route.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useRoute } from '../../lib/use-route.ts';
import { useDeliveries } from './api/digests.ts';

const useStyles = makeStyles({ banner: { marginBottom: '16px' } });

/** Tells administrators on every page that cards don't arrive, where, why, and what to do. Nothing while all is well. */
export function FailingChannels(): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation();
  const route = useRoute();
  const failing = failingTargets(useDeliveries().data ?? []);
  if (failing.length === 0) return null;
  return (
    <div className={styles.banner}>
      <Notice tone="warning" title={t('failing.title', { count: failing.length })}>
        <ul>
          {failing.map(({ targetId, targetName, latest }) => {
            const code = latest.problem?.code ?? 'internal';
            return (
              <li key={targetId}>
                {t('failing.channel', {
                  channel: targetName,
                  reason: t(problemTitle(code)),
                  remedy: t(problemRemedy(code)),
                })}
              </li>
            );
          })}
        </ul>
        {route.section !== 'channels' && (
          <Link href={hrefOf(settingsRoute(route, 'channels'))}>{t('failing.open')}</Link>
        )}
      </Notice>
    </div>
  );
}
