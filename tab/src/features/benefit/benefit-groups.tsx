import type { ReactElement } from 'react';
import { BENEFIT_KINDS } from '#core/result/figure-ids.ts';
import type { BenefitGroup } from '#core/result/portfolio-schema.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { FigureValue } from '../../components/figure-value.tsx';
import { Surface } from '../../components/surface.tsx';
import { plotValue } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';

interface BenefitGroupsProps {
  readonly title: string;
  readonly caption: string;
  readonly groups: readonly BenefitGroup[];
  /** Kinds have names of the product's, objects those of the register. */
  readonly named: 'kind' | 'object';
}

/** The benefit of each kind or object, with how much of it is measured. */
export function BenefitGroups({ title, caption, groups, named }: BenefitGroupsProps): ReactElement {
  const { t } = useTranslation();
  const nameOf = ({ name }: BenefitGroup): string => {
    const kind = named === 'kind' ? BENEFIT_KINDS.find((id) => id === name) : undefined;
    if (kind !== undefined) return t(`kind.${kind}`);
    return name === '' ? t('delivery.object.none') : name;
  };
  const columns: readonly RecordColumn<BenefitGroup>[] = [
    { id: 'name', header: t('benefit.group'), kind: 'text', cell: nameOf, sortBy: nameOf },
    {
      id: 'measured',
      header: t('benefit.measured-of-valid'),
      kind: 'number',
      cell: ({ measured, valid }) => t('benefit.of', { measured, valid }),
      sortBy: ({ measured }) => measured,
    },
    {
      id: 'score',
      header: t('figure.benefit'),
      kind: 'number',
      cell: ({ score }) => <FigureValue figure={score} unit="score" />,
      sortBy: ({ score }) => plotValue(score),
    },
    {
      id: 'uncapped',
      header: t('benefit.uncapped'),
      kind: 'number',
      cell: ({ uncapped }) => <FigureValue figure={uncapped} unit="score" />,
      sortBy: ({ uncapped }) => plotValue(uncapped),
    },
  ];
  return (
    <Surface title={title}>
      <RecordTable
        caption={caption}
        captionHidden
        columns={columns}
        rows={groups}
        rowKey={({ name }) => name}
      />
    </Surface>
  );
}
