import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { UnitRow } from '#core/result/survey-schema.ts';
import { BandBar, BandLegend } from '../../charts/band-bar.tsx';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FigureValue } from '../../components/figure-value.tsx';
import { Surface } from '../../components/surface.tsx';
import { plotValue } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';

const useStyles = makeStyles({
  bar: { width: '120px' },
  hidden: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
});

const INDENT_PX = 16;

/** Whether a unit's whole row is hidden: then one text stands instead of a row of dashes. */
function isHidden(unit: UnitRow): boolean {
  return unit.n.kind === 'absent' && unit.n.reason === 'suppressed';
}

/** The ends that hold every unit's bar, so that bars below each other can be compared. */
function bandExtent(units: readonly UnitRow[]): readonly [number, number] {
  const half = (unit: UnitRow): number => (plotValue(unit.neutral) ?? 0) / 2;
  const left = units.map((unit) => -half(unit) - (plotValue(unit.negative) ?? 0));
  const right = units.map((unit) => half(unit) + (plotValue(unit.positive) ?? 0));
  return [Math.min(-1, ...left), Math.max(1, ...right)];
}

/** The employee item unit by unit, as the mask lets it be seen. */
export function UnitsTable({ result }: { readonly result: IndexResult }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const { units, closed } = result.employeeSurvey;
  const extent = bandExtent(units);
  const names = {
    positive: t('preconditions.positive'),
    neutral: t('preconditions.neutral'),
    negative: t('preconditions.negative'),
  };
  const figure = (
    id: 'n' | 'mean' | 'percent' | 'responseRate' | 'positive' | 'neutral' | 'negative',
    header: string,
    unit: 'count' | 'mean' | 'percent',
  ): DataColumn<UnitRow> => ({
    id,
    header,
    kind: 'number',
    cell: (row) => <FigureValue figure={row[id]} unit={unit} />,
    sortBy: (row) => plotValue(row[id]),
  });
  const columns: readonly DataColumn<UnitRow>[] = [
    {
      id: 'unit',
      header: t('preconditions.unit'),
      kind: 'wide-text',
      cell: ({ name, depth }) => (
        <span style={{ display: 'block', paddingInlineStart: depth * INDENT_PX }}>{name}</span>
      ),
      sortBy: ({ name }) => name,
    },
    figure('n', t('preconditions.n'), 'count'),
    figure('percent', t('preconditions.percent'), 'percent'),
    figure('mean', t('preconditions.mean'), 'mean'),
    figure('responseRate', t('preconditions.rate'), 'percent'),
    {
      id: 'bar',
      header: t('preconditions.band-bar'),
      kind: 'text',
      cell: (row) => <UnitBands unit={row} extent={extent} />,
    },
    figure('negative', names.negative, 'percent'),
    figure('neutral', names.neutral, 'percent'),
    figure('positive', names.positive, 'percent'),
  ];
  const lead = t('preconditions.units.lead', {
    minimum: result.method.minimumGroupSize,
    distribution: result.method.minimumDistributionSize,
  });
  return (
    <Surface title={t('preconditions.units.title')} lead={lead}>
      {!closed ? (
        <p>{t('preconditions.units.open')}</p>
      ) : units.length === 0 ? (
        <p>{t('preconditions.units.none')}</p>
      ) : (
        <>
          <BandLegend {...names} />
          <DataTable
            caption={t('preconditions.units.caption')}
            captionHidden
            columns={columns}
            rows={units}
            rowKey={({ id }) => id}
            instead={(unit) =>
              isHidden(unit) ? <span className={styles.hidden}>{t('preconditions.units.hidden')}</span> : null
            }
          />
        </>
      )}
    </Surface>
  );
}

interface UnitBandsProps {
  readonly unit: UnitRow;
  readonly extent: readonly [number, number];
}

function UnitBands({ unit, extent }: UnitBandsProps): ReactElement | null {
  const styles = useStyles();
  const negative = plotValue(unit.negative);
  const neutral = plotValue(unit.neutral);
  const positive = plotValue(unit.positive);
  if (negative === null || neutral === null || positive === null) return null;
  return (
    <div className={styles.bar}>
      <BandBar negative={negative} neutral={neutral} positive={positive} extent={extent} />
    </div>
  );
}
