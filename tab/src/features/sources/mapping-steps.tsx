import { useState, type ReactElement } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import type { SourceColumns } from '#core/contracts/sources.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import type { SourceSettings } from '#core/settings/source-settings.ts';
import { fieldsOf } from '#core/settings/source-fields.ts';
import { toSource, type SourceDraft } from '#core/settings/source-draft.ts';
import { valueFieldOf } from '#core/settings/value-words.ts';
import { EffectOfSettings } from '../../components/effect-of-settings.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { useColumns, useSaveSettings } from './api/setup.ts';
import { STEPS } from './setup-steps.ts';
import { ColumnsStep } from './steps/columns-step.tsx';
import { PreviewStep } from './steps/preview-step.tsx';
import type { ScaleEnds } from './steps/scale-end-fields.tsx';
import { ValuesStep } from './steps/values-step.tsx';
import { WizardStep } from './wizard-step.tsx';

interface MappingStepsProps {
  readonly stored: StoredSettings;
  readonly begun: SourceDraft;
  readonly isNew: boolean;
  /** Back to the choice of place. */
  readonly onBack: () => void;
  readonly onClose: () => void;
}

const SKELETON_PX = [64, 64, 64] as const;

/** Columns, values and preview of a place that has been chosen. */
export function MappingSteps({ stored, begun, isNew, onBack, onClose }: MappingStepsProps): ReactElement {
  const { t } = useTranslation();
  const { settings, version } = stored;
  const [changed, setChanged] = useState<Partial<SourceDraft>>({});
  const [step, setStep] = useState(2);
  const [year, setYear] = useState(settings.years.at(-1) ?? 2000);
  const edited: SourceDraft = { ...begun, ...changed };
  const columns = useColumns({ topic: edited.topic, form: edited.form, location: edited.location });
  // Suggestions fill what the admin has not decided.
  const draft = columns.data === undefined ? edited : withSuggestions(edited, columns.data);
  const [ends, setEnds] = useState<ScaleEnds | null>(null);
  const scaleEnds = ends ?? scaleEndsOf(stored, columns.data ?? null, isNew);
  const save = useSaveSettings();
  const source = toSource(draft);
  const method = { ...settings.method, scaleFirstEnd: scaleEnds.first, scaleOtherEnd: scaleEnds.other };
  const change = (part: Partial<SourceDraft>) =>
    setChanged({ ...draft, ...part, ...(part.location && { columns: {} }) });

  if (columns.data === undefined) {
    return (
      <WizardStep
        number={2}
        of={STEPS}
        title={t('sources.step.columns')}
        lead={t('sources.step.columns.lead')}
        onBack={onBack}
        onNext={() => undefined}
        nextLabel={t('sources.wizard.next')}
        blocked={columns.isError ? t('sources.blocked.unread') : t('sources.blocked.reading')}
      >
        {columns.isError ? (
          <ProblemView error={columns.error} onRetry={() => void columns.refetch()} />
        ) : (
          <Skeleton heightsPx={SKELETON_PX} />
        )}
      </WizardStep>
    );
  }
  if (step === 2) {
    const missing = fieldsOf(draft.topic, draft.form).filter(
      ({ field, required }) => required && !draft.columns[field],
    );
    const needsDate = draft.topic === 'employee-survey' && draft.closesOn === '';
    return (
      <WizardStep
        number={2}
        of={STEPS}
        title={t('sources.step.columns')}
        lead={t('sources.step.columns.lead')}
        onBack={onBack}
        onNext={() => setStep(3)}
        nextLabel={t('sources.wizard.next')}
        blocked={
          missing.length > 0
            ? t('sources.blocked.columns', { count: missing.length })
            : needsDate
              ? t('sources.blocked.closes-on')
              : null
        }
      >
        <ColumnsStep
          draft={draft}
          columns={columns.data}
          onChange={change}
          onFormChange={(form) => setChanged({ ...draft, form, columns: {} })}
        />
      </WizardStep>
    );
  }
  if (step === 3) {
    return (
      <WizardStep
        number={3}
        of={STEPS}
        title={t('sources.step.values')}
        lead={t('sources.step.values.lead')}
        onBack={() => setStep(2)}
        onNext={() => setStep(4)}
        nextLabel={t('sources.wizard.next')}
        blocked={null}
      >
        <ValuesStep
          draft={draft}
          columns={columns.data}
          scaleEnds={scaleEnds}
          onChange={change}
          onScaleEnds={setEnds}
        />
      </WizardStep>
    );
  }
  const withSource = source === null ? null : settingsWith(settings, method, source);
  const saveSource = () => {
    if (withSource !== null) save.mutate({ settings: withSource, version }, { onSuccess: onClose });
  };
  return (
    <WizardStep
      number={4}
      of={STEPS}
      title={t('sources.step.preview')}
      lead={t('sources.step.preview.lead')}
      onBack={() => setStep(3)}
      onNext={saveSource}
      nextLabel={save.isPending ? t('sources.wizard.saving') : t('sources.wizard.save')}
      blocked={source === null ? t('sources.blocked.invalid') : null}
      isBusy={save.isPending}
    >
      {source !== null && (
        <PreviewStep
          source={source}
          method={method}
          years={settings.years.toReversed()}
          year={year}
          onYear={setYear}
        />
      )}
      {withSource !== null && <EffectOfSettings settings={withSource} lead={t('sources.effect.lead')} />}
      {save.isError && <ProblemView error={save.error} />}
    </WizardStep>
  );
}

/** The settings with the source as it stands here, in the place of the one that it replaces. */
function settingsWith(settings: Settings, method: MethodSettings, source: SourceSettings): Settings {
  const isNew = !settings.sources.some(({ id }) => id === source.id);
  const sources = isNew
    ? [...settings.sources, source]
    : settings.sources.map((other) => (other.id === source.id ? source : other));
  return { ...settings, method, sources };
}

/** A field is decided when the draft has the key, be it null; until then the suggestion holds. */
function withSuggestions(draft: SourceDraft, { columns, suggestions }: SourceColumns): SourceDraft {
  const suggested = Object.fromEntries(suggestions.map(({ field, column }) => [field, column]));
  const mapped = { ...suggested, ...draft.columns };
  const valueColumn = mapped[valueFieldOf(draft.topic)?.field ?? ''];
  const words = columns.find(({ name }) => name === valueColumn)?.values ?? [];
  const isUndecided = Object.keys(draft.values).length === 0;
  const values = isUndecided
    ? Object.fromEntries(words.flatMap(({ word, value }) => (value === null ? [] : [[word, value]])))
    : draft.values;
  const columnKinds = Object.fromEntries(columns.map(({ name, kind }) => [name, kind]));
  return { ...draft, columns: mapped, values, columnKinds };
}

function scaleEndsOf({ settings }: StoredSettings, columns: SourceColumns | null, isNew: boolean): ScaleEnds {
  const isFirst = !settings.sources.some(({ topic }) => topic === 'initiatives');
  const inForce = { first: settings.method.scaleFirstEnd, other: settings.method.scaleOtherEnd };
  if (!isNew || !isFirst || !columns?.scaleEnds) return inForce;
  const { first, other } = columns.scaleEnds;
  return { first, other };
}
