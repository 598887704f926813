import { makeStyles, tokens } from '@fluentui/react-components';
import { line } from 'd3-shape';
import type { ReactElement } from 'react';
import { useTranslation } from '../lib/translation.tsx';
import { PointMark } from './marks.tsx';
import { PointCursor } from './point-cursor.tsx';
import { fittedScale, yearScale } from './scales.ts';
import type { CursorPoint } from './step-from.ts';
import { seriesStyle } from './series-style.ts';
import { spreadLabels } from './transforms.ts';

const useStyles = makeStyles({
  svg: { display: 'block', overflow: 'visible' },
  text: {
    fontSize: tokens.fontSizeBase200,
    fill: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  strong: {
    fontSize: tokens.fontSizeBase200,
    fill: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export interface LinePoint {
  readonly year: number;
  /** Null where there is no value: the line is broken there and nothing is drawn. */
  readonly value: number | null;
  /** The value as shown, or why there is none. */
  readonly text: string;
  /** How sure the value is, drawn as a whisker. */
  readonly range?: readonly [number, number] | null;
}
export interface LineSeries {
  readonly id: string;
  readonly label: string;
  readonly points: readonly LinePoint[];
}

interface LineChartProps {
  /** The first series is drawn as the main one. */
  readonly series: readonly LineSeries[];
  /** What the picture shows, in a sentence or two. */
  readonly summary: string;
  readonly widthPx: number;
}

const HEIGHT_PX = 240;
const MARGIN_PX = { top: 20, right: 124, bottom: 28, left: 28 };
const LABEL_GAP_PX = 16;

/** Figures over years as lines, each with a point per value and its name at the end. */
export function LineChart({ series, summary, widthPx }: LineChartProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const years = [...new Set(series.flatMap(({ points }) => points.map(({ year }) => year)))].toSorted(
    (a, b) => a - b,
  );
  const values = series.flatMap(({ points }) =>
    points.flatMap(({ value }) => (value === null ? [] : [value])),
  );
  if (values.length === 0) return <p>{t('chart.no-values')}</p>;

  const rightPx = widthPx - MARGIN_PX.right;
  const bottomPx = HEIGHT_PX - MARGIN_PX.bottom;
  const x = yearScale(years, [MARGIN_PX.left, rightPx]);
  const y = fittedScale(values, [bottomPx, MARGIN_PX.top]);
  const at = (point: LinePoint): readonly [number, number] => [x(point.year) ?? 0, y(point.value ?? 0)];
  const path = line<LinePoint>(
    (point) => at(point)[0],
    (point) => at(point)[1],
  ).defined(({ value }) => value !== null);
  const ends = series.map(({ points }) => points.findLast(({ value }) => value !== null));
  const labelYs = spreadLabels(
    ends.map((end) => (end === undefined ? 0 : at(end)[1])),
    LABEL_GAP_PX,
    bottomPx,
  );
  const cursorPoints: readonly CursorPoint[] = series.flatMap(({ id, label, points }, row) =>
    points
      .filter(({ value }) => value !== null)
      .map((point) => ({
        id: `${id}-${point.year}`,
        row,
        column: point.year,
        xPx: at(point)[0],
        yPx: at(point)[1],
        text: `${point.year}, ${label}: ${point.text}`,
      })),
  );

  return (
    <>
      <svg width={widthPx} height={HEIGHT_PX} role="img" aria-label={summary} className={styles.svg}>
        {y
          .ticks(4)
          .filter(Number.isInteger)
          .map((tick) => (
            <g key={tick}>
              <line
                x1={MARGIN_PX.left}
                x2={rightPx}
                y1={y(tick)}
                y2={y(tick)}
                stroke={tokens.colorNeutralStroke2}
                strokeDasharray="1 3"
              />
              <text x={MARGIN_PX.left - 8} y={y(tick)} dy="0.32em" textAnchor="end" className={styles.text}>
                {tick}
              </text>
            </g>
          ))}
        {years.map((year) => (
          <text key={year} x={x(year)} y={HEIGHT_PX - 8} textAnchor="middle" className={styles.text}>
            {year}
          </text>
        ))}
        {series.map(({ id, label, points }, index) => {
          const style = seriesStyle(index);
          const end = ends[index];
          return (
            <g key={id}>
              <path
                d={path(points) ?? undefined}
                fill="none"
                stroke={style.colour}
                strokeWidth={style.widthPx}
                strokeDasharray={style.dash}
              />
              {points.map((point) =>
                point.value === null ? null : (
                  <g key={point.year}>
                    {point.range !== undefined && point.range !== null && (
                      <Whisker
                        xPx={at(point)[0]}
                        endsPx={[y(point.range[0]), y(point.range[1])]}
                        colour={style.colour}
                      />
                    )}
                    <PointMark xPx={at(point)[0]} yPx={at(point)[1]} style={style} />
                  </g>
                ),
              )}
              {end !== undefined && (
                <EndLabel
                  fromPx={at(end)}
                  toYPx={labelYs[index] ?? 0}
                  xPx={rightPx + 8}
                  colour={style.colour}
                >
                  <tspan className={styles.strong}>{end.text}</tspan>
                  <tspan className={styles.text}> {label}</tspan>
                </EndLabel>
              )}
            </g>
          );
        })}
      </svg>
      <PointCursor points={cursorPoints} widthPx={widthPx} />
    </>
  );
}

interface WhiskerProps {
  readonly xPx: number;
  readonly endsPx: readonly [number, number];
  readonly colour: string;
}

/** How far up and down a value may be: a line with a bar at each end, wide enough to stand out behind its point. */
function Whisker({ xPx, endsPx: [low, high], colour }: WhiskerProps): ReactElement {
  return (
    <path
      d={`M${xPx - 8} ${low}h16M${xPx - 8} ${high}h16M${xPx} ${low}V${high}`}
      fill="none"
      stroke={colour}
      strokeWidth={1.5}
    />
  );
}

interface EndLabelProps {
  readonly fromPx: readonly [number, number];
  readonly toYPx: number;
  readonly xPx: number;
  readonly colour: string;
  readonly children: readonly ReactElement[];
}

/** The name of a series beside its last point, joined to it by a hairline where others pushed it away. */
function EndLabel({ fromPx, toYPx, xPx, colour, children }: EndLabelProps): ReactElement {
  return (
    <>
      <line x1={fromPx[0] + 7} y1={fromPx[1]} x2={xPx - 3} y2={toYPx} stroke={colour} strokeWidth={0.75} />
      <text x={xPx} y={toYPx} dy="0.32em">
        {children}
      </text>
    </>
  );
}
