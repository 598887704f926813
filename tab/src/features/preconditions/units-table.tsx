import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { UnitRow } from '#core/result/survey-schema.ts';
import { BandBar, BandLegend } from '../../charts/band-bar.tsx';
import type { ChartData } from '../../charts/chart-data.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { FigureValue } from '../../components/figure-value.tsx';
import { Surface } from '../../components/surface.tsx';
import { figureOrReason } from '../../lib/figure-or-reason.ts';
import { plotValue } from '../../lib/shown-figure.ts';
import { useTranslation, type Translation } from '../../lib/translation.tsx';
import { unitNames } from '../../lib/unit-names.ts';

const useStyles = makeStyles({
  bar: { width: '120px' },
  hidden: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
});

const INDENT_PX = 16;

const FIGURES = [
  { id: 'n', header: 'preconditions.n', kind: 'count' },
  { id: 'percent', header: 'preconditions.percent', kind: 'percent' },
  { id: 'mean', header: 'preconditions.mean', kind: 'mean' },
  { id: 'responseRate', header: 'preconditions.rate', kind: 'percent' },
  { id: 'negative', header: 'preconditions.negative', kind: 'percent' },
  { id: 'neutral', header: 'preconditions.neutral', kind: 'percent' },
  { id: 'positive', header: 'preconditions.positive', kind: 'percent' },
] as const;
/** The three bands stand after their picture. */
const BANDS_FROM = FIGURES.findIndex(({ id }) => id === 'negative');

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
  const translation = useTranslation();
  const { t } = translation;
  const { units, closed } = result.employeeSurvey;
  const extent = bandExtent(units);
  const names = {
    positive: t('preconditions.positive'),
    neutral: t('preconditions.neutral'),
    negative: t('preconditions.negative'),
  };
  const figures = FIGURES.map(({ id, header, kind }): RecordColumn<UnitRow> => ({
    id,
    header: t(header),
    kind: 'number',
    cell: (row) => <FigureValue figure={row[id]} unit={kind} />,
    sortBy: (row) => plotValue(row[id]),
  }));
  const columns: readonly RecordColumn<UnitRow>[] = [
    {
      id: 'unit',
      header: t('preconditions.unit'),
      kind: 'wide-text',
      cell: ({ name, depth }) => (
        <span style={{ display: 'block', paddingInlineStart: depth * INDENT_PX }}>{name}</span>
      ),
      sortBy: ({ name }) => name,
    },
    ...figures.slice(0, BANDS_FROM),
    {
      id: 'bar',
      header: t('preconditions.band-bar'),
      kind: 'mark',
      cell: (row) => <UnitBands unit={row} extent={extent} />,
    },
    ...figures.slice(BANDS_FROM),
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
        <ChartFrame
          title={t('preconditions.units.caption')}
          isTable
          data={{ caption: t('preconditions.units.caption'), ...unitData(units, translation) }}
          picture={() => (
            <>
              <BandLegend {...names} />
              <RecordTable
                caption={t('preconditions.units.caption')}
                captionHidden
                columns={columns}
                rows={units}
                rowKey={({ id }) => id}
                instead={(unit) =>
                  isHidden(unit) ? (
                    <span className={styles.hidden}>{t('preconditions.units.hidden')}</span>
                  ) : null
                }
              />
            </>
          )}
        />
      )}
    </Surface>
  );
}

/** The same figures for a file: units of one name are told apart, as a file has no indents. */
function unitData(units: readonly UnitRow[], translation: Translation): Omit<ChartData, 'caption'> {
  const { t } = translation;
  const names = unitNames(units);
  return {
    columns: [
      { header: t('preconditions.unit'), kind: 'text' },
      ...FIGURES.map(({ header }) => ({ header: t(header), kind: 'number' as const })),
    ],
    rows: units.map((unit) => ({
      id: unit.id,
      cells: [
        names.get(unit.id) ?? unit.name,
        ...FIGURES.map(({ id, kind }) => figureOrReason(unit[id], kind, translation)),
      ],
    })),
  };
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
