import { Switch } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { ExternalLink } from '../../components/external-link.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { Surface } from '../../components/surface.tsx';
import { useServices } from '../../lib/services.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { useOpenDataSwitch } from './api.ts';

/** Opens what has been published to everybody, or closes it again. */
export function OpenData({ stored }: { readonly stored: StoredSettings }): ReactElement {
  const { t } = useTranslation();
  const { session } = useServices();
  const change = useOpenDataSwitch();
  const address = `${window.location.origin}/api/open-data/${session.tenantId ?? ''}`;
  const { published } = stored.settings.openData;
  return (
    <Surface title={t('open-data.title')} lead={t('open-data.lead')}>
      <Switch
        label={t('open-data.switch')}
        checked={published}
        disabled={change.isPending}
        onChange={(_event, { checked }) => change.mutate({ stored, published: checked })}
      />
      {change.isError && <ProblemView error={change.error} />}
      <p role="status">
        {published ? t('open-data.on') : t('open-data.off')}{' '}
        {published && <ExternalLink href={address}>{address}</ExternalLink>}
      </p>
    </Surface>
  );
}
