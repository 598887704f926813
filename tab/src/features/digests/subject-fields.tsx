import { Field, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { DigestSubject } from '#core/digest/digest-subject.ts';
import { useResult } from '../../lib/resources/result.ts';
import { useTranslation } from '../../lib/translation.tsx';

interface SubjectFieldsProps {
  readonly subject: DigestSubject;
  /** The year whose objects and units can be chosen. */
  readonly year: number;
  readonly onChange: (subject: DigestSubject) => void;
}

const KINDS = ['index', 'object', 'unit', 'data-quality', 'trends'] as const;

/** Chooses what a card is about: the whole index, or one of the objects and units that the year has. */
export function SubjectFields({ subject, year, onChange }: SubjectFieldsProps): ReactElement {
  const { t } = useTranslation();
  const result = useResult(year).data?.result;
  const objects = (result?.delivery.objects ?? []).map(({ name }) => name).filter((name) => name !== '');
  // Only units that may be shown in a channel: the card of another would be empty.
  const units = (result?.employeeSurvey.units ?? []).filter(({ openFigures }) => openFigures);
  const choose = (kind: string): void => {
    const [object = ''] = objects;
    if (kind === 'object') onChange({ kind, name: object });
    else if (kind === 'unit') onChange({ kind, unitId: units[0]?.id ?? '' });
    else if (kind === 'data-quality' || kind === 'trends') onChange({ kind });
    else onChange({ kind: 'index' });
  };
  return (
    <>
      <Field label={t('subject.label')}>
        <Select value={subject.kind} onChange={(_event, { value }) => choose(value)}>
          {KINDS.map((kind) => (
            <option
              key={kind}
              value={kind}
              disabled={
                (kind === 'object' && objects.length === 0) || (kind === 'unit' && units.length === 0)
              }
            >
              {t(`subject.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      {subject.kind === 'object' && (
        <Field label={t('subject.object')}>
          <Select
            value={subject.name}
            onChange={(_event, { value }) => onChange({ kind: 'object', name: value })}
          >
            {[...new Set([subject.name, ...objects])].map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {subject.kind === 'unit' && (
        <Field label={t('subject.unit')} hint={t('subject.unit.hint')}>
          <Select
            value={subject.unitId}
            onChange={(_event, { value }) => onChange({ kind: 'unit', unitId: value })}
          >
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}
