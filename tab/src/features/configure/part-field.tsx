import { Field, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { IndexResult } from '#core/result/result-schema.ts';
import { useResult } from '../../lib/resources/result.ts';
import type { Route } from '../../lib/route.ts';
import { useTranslation } from '../../lib/translation.tsx';

interface PartFieldProps {
  readonly route: Route;
  readonly year: number | null;
  readonly onRoute: (route: Route) => void;
}

interface Part {
  readonly id: string;
  readonly name: string;
}

/** Which part of the organisation a page is turned to, on the pages that can be: a unit, or a portfolio object. */
export function PartField({ route, year, onRoute }: PartFieldProps): ReactElement | null {
  const by = { preconditions: 'unit', delivery: 'object', benefit: 'object' } as const;
  const kind = route.page in by ? by[route.page as keyof typeof by] : null;
  if (kind === null || year === null) return null;
  return <KnownParts kind={kind} route={route} year={year} onRoute={onRoute} />;
}

interface KnownPartsProps extends PartFieldProps {
  readonly kind: 'unit' | 'object';
  readonly year: number;
}

function KnownParts({ kind, route, year, onRoute }: KnownPartsProps): ReactElement {
  const { t } = useTranslation();
  const result = useResult(year).data?.result;
  const parts = result === undefined ? [] : partsOf(result, kind, route.page);
  const chosen = route[kind];
  return (
    <Field label={t(`configure.${kind}`)}>
      <Select
        value={chosen === null ? '' : `=${chosen}`}
        onChange={(_event, { value }) =>
          onRoute({ ...route, unit: null, object: null, [kind]: value === '' ? null : value.slice(1) })
        }
      >
        <option value="">{t('configure.part.all')}</option>
        {chosen !== null && !parts.some(({ id }) => id === chosen) && (
          <option value={`=${chosen}`}>{chosen}</option>
        )}
        {parts.map(({ id, name }) => (
          <option key={id} value={`=${id}`}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** What can be chosen: units that are shown, in their tree, and objects that have a name. */
function partsOf(result: IndexResult, kind: 'unit' | 'object', page: Route['page']): readonly Part[] {
  if (kind === 'unit') {
    return result.employeeSurvey.units
      .filter(({ n }) => n.kind === 'value')
      .map(({ id, name, depth }) => ({ id, name: `${'\u00a0\u00a0'.repeat(depth)}${name}` }));
  }
  const objects = page === 'benefit' ? result.benefit.objects : result.delivery.objects;
  return objects.filter(({ name }) => name !== '').map(({ name }) => ({ id: name, name }));
}
