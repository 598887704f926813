import { useState, type ReactElement } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import type { SourceTopic } from '#core/result/figure-ids.ts';
import type { SourceDraft } from '#core/settings/source-draft.ts';
import { firstForm, toDraft } from '#core/settings/source-draft.ts';
import type { SourceLocation } from '#core/settings/source-location.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { MappingSteps } from './mapping-steps.tsx';
import { STEPS } from './setup-steps.ts';
import { PlaceStep } from './steps/place-step.tsx';
import { newSourceId } from './source-id.ts';
import { WizardStep } from './wizard-step.tsx';

interface SourceWizardProps {
  readonly stored: StoredSettings;
  readonly topic: SourceTopic;
  /** Null: a new source. */
  readonly sourceId: string | null;
  readonly onClose: () => void;
}

/** Sets up one source: place, columns, values, preview; saved only at the end. */
export function SourceWizard({ stored, topic, sourceId, onClose }: SourceWizardProps): ReactElement {
  const { t } = useTranslation();
  const existing = stored.settings.sources.find(({ id }) => id === sourceId);
  const [location, setLocation] = useState<SourceLocation | null>(existing?.location ?? null);
  const [isPlaced, setPlaced] = useState(false);
  if (location === null || !isPlaced) {
    return (
      <WizardStep
        number={1}
        of={STEPS}
        title={t('sources.step.place', { topic: t(`topic.${topic}`) })}
        lead={t('sources.step.place.lead')}
        onBack={onClose}
        onNext={() => setPlaced(true)}
        nextLabel={t('sources.wizard.next')}
        blocked={location === null ? t('sources.blocked.place') : null}
      >
        <PlaceStep topic={topic} location={location} onChoose={setLocation} />
      </WizardStep>
    );
  }
  const begun: SourceDraft = existing
    ? { ...toDraft(existing), location }
    : {
        id: newSourceId(
          topic,
          stored.settings.sources.map(({ id }) => id),
        ),
        topic,
        form: firstForm(topic),
        location,
        years: [],
        columns: {},
        values: {},
        closesOn: '',
        parentRows: 'own',
        unitPath: [],
        invited: {},
      };
  return (
    <MappingSteps
      stored={stored}
      begun={begun}
      isNew={existing === undefined}
      onBack={() => setPlaced(false)}
      onClose={onClose}
    />
  );
}
