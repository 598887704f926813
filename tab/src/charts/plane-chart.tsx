import { makeStyles, tokens } from '@fluentui/react-components';
import { scaleLinear, scaleSqrt } from 'd3-scale';
import { line } from 'd3-shape';
import type { ReactElement } from 'react';
import { PointCursor } from './point-cursor.tsx';
import type { CursorPoint } from './step-from.ts';

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
    paintOrder: 'stroke',
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '3px',
  },
});

export interface PlaneAxis {
  readonly label: string;
  readonly domain: readonly [number, number];
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  /** Names of the two ends, where the scale has no numbers that mean anything. */
  readonly ends?: readonly [string, string];
}

export interface PlaneBubble {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly text: string;
}

/** One step of a path over the years. */
export interface PlaneStep {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly text: string;
}

interface PlaneChartProps {
  readonly x: PlaneAxis;
  readonly y: PlaneAxis;
  readonly bubbles?: readonly PlaneBubble[];
  /** Oldest first: the last is where we are. */
  readonly path: readonly PlaneStep[];
  readonly summary: string;
  readonly widthPx: number;
}

const MOST_WIDTH_PX = 560;
const MARGIN_PX = { top: 24, right: 24, bottom: 44, left: 44 };
const BIGGEST_PX = 22;
const [STEP_PX, LAST_STEP_PX] = [5, 8];
const [LABEL_GAP_PX, NEAR_PX] = [16, 44];

/** A plane of two scales: bubbles whose area is a number, and a path that leads to where we are. */
export function PlaneChart({ x, y, bubbles = [], path, summary, widthPx }: PlaneChartProps): ReactElement {
  const styles = useStyles();
  const width = Math.min(widthPx, MOST_WIDTH_PX);
  const height = Math.round(width * 0.72) + 20;
  const xScale = scaleLinear()
    .domain(x.domain)
    .range([MARGIN_PX.left, width - MARGIN_PX.right]);
  const yScale = scaleLinear()
    .domain(y.domain)
    .range([height - MARGIN_PX.bottom, MARGIN_PX.top]);
  const radius = scaleSqrt()
    .domain([0, Math.max(1, ...bubbles.map(({ count }) => count))])
    .range([0, BIGGEST_PX]);
  const way = line<PlaneStep>(
    (step) => xScale(step.x),
    (step) => yScale(step.y),
  );
  const last = path.at(-1);
  // A step that stands where we are now has its name on the other side, or the two would cover each other.
  const besideLast = (step: PlaneStep): boolean =>
    last !== undefined &&
    step !== last &&
    Math.abs(xScale(step.x) - xScale(last.x)) < NEAR_PX &&
    Math.abs(yScale(step.y) - yScale(last.y)) < NEAR_PX / 2;
  // The biggest first, so that a small one is never covered.
  const drawn = bubbles.toSorted((a, b) => b.count - a.count);
  const points: readonly CursorPoint[] = [
    ...bubbles
      .toSorted((a, b) => a.x - b.x || a.y - b.y)
      .map((bubble, column) => ({
        id: bubble.id,
        row: 0,
        column,
        xPx: xScale(bubble.x),
        yPx: yScale(bubble.y),
        text: bubble.text,
      })),
    ...path.map((step, column) => ({
      id: step.id,
      row: 1,
      column,
      xPx: xScale(step.x),
      yPx: yScale(step.y),
      text: step.text,
    })),
  ];
  return (
    <div style={{ position: 'relative', width, margin: '0 auto' }}>
      <svg width={width} height={height} role="img" aria-label={summary} className={styles.svg}>
        {x.ticks.map(({ at, text }) => (
          <g key={at}>
            <line
              x1={xScale(at)}
              x2={xScale(at)}
              y1={MARGIN_PX.top}
              y2={height - MARGIN_PX.bottom}
              stroke={tokens.colorNeutralStroke2}
              strokeDasharray="1 3"
            />
            <text
              x={xScale(at)}
              y={height - MARGIN_PX.bottom + 16}
              textAnchor="middle"
              className={styles.text}
            >
              {text}
            </text>
          </g>
        ))}
        {y.ticks.map(({ at, text }) => (
          <g key={at}>
            <line
              x1={MARGIN_PX.left}
              x2={width - MARGIN_PX.right}
              y1={yScale(at)}
              y2={yScale(at)}
              stroke={tokens.colorNeutralStroke2}
              strokeDasharray="1 3"
            />
            <text x={MARGIN_PX.left - 6} y={yScale(at)} dy="0.32em" textAnchor="end" className={styles.text}>
              {text}
            </text>
          </g>
        ))}
        {x.ends !== undefined && (
          <>
            <text x={MARGIN_PX.left} y={height - MARGIN_PX.bottom + 18} className={styles.text}>
              ← {x.ends[0]}
            </text>
            <text
              x={width - MARGIN_PX.right}
              y={height - MARGIN_PX.bottom + 18}
              textAnchor="end"
              className={styles.text}
            >
              {x.ends[1]} →
            </text>
          </>
        )}
        {y.ends !== undefined && (
          <>
            <text
              x={MARGIN_PX.left - 8}
              y={height - MARGIN_PX.bottom}
              transform={`rotate(-90 ${MARGIN_PX.left - 8} ${height - MARGIN_PX.bottom})`}
              className={styles.text}
            >
              ← {y.ends[0]}
            </text>
            <text
              x={MARGIN_PX.left - 8}
              y={MARGIN_PX.top}
              textAnchor="end"
              transform={`rotate(-90 ${MARGIN_PX.left - 8} ${MARGIN_PX.top})`}
              className={styles.text}
            >
              {y.ends[1]} →
            </text>
          </>
        )}
        {x.ends === undefined && (
          <text x={width - MARGIN_PX.right} y={height - 8} textAnchor="end" className={styles.text}>
            {x.label}
          </text>
        )}
        {y.ends === undefined && (
          <text x={4} y={12} className={styles.text}>
            {y.label}
          </text>
        )}
        <rect
          x={MARGIN_PX.left}
          y={MARGIN_PX.top}
          width={width - MARGIN_PX.left - MARGIN_PX.right}
          height={height - MARGIN_PX.top - MARGIN_PX.bottom}
          fill="none"
          stroke={tokens.colorNeutralStroke1}
        />
        {drawn.map((bubble) => (
          <circle
            key={bubble.id}
            cx={xScale(bubble.x)}
            cy={yScale(bubble.y)}
            r={radius(bubble.count)}
            fill={tokens.colorBrandForeground1}
            fillOpacity={0.25}
            stroke={tokens.colorBrandForeground1}
          />
        ))}
        <path
          d={way(path) ?? undefined}
          fill="none"
          stroke={tokens.colorPaletteDarkOrangeBorderActive}
          strokeWidth={2}
        />
        {path.map((step) => (
          <g key={step.id}>
            <rect
              x={xScale(step.x) - (step === last ? LAST_STEP_PX : STEP_PX)}
              y={yScale(step.y) - (step === last ? LAST_STEP_PX : STEP_PX)}
              width={2 * (step === last ? LAST_STEP_PX : STEP_PX)}
              height={2 * (step === last ? LAST_STEP_PX : STEP_PX)}
              transform={`rotate(45 ${xScale(step.x)} ${yScale(step.y)})`}
              fill={
                step === last ? tokens.colorPaletteDarkOrangeBorderActive : tokens.colorNeutralBackground1
              }
              stroke={tokens.colorPaletteDarkOrangeBorderActive}
              strokeWidth={2}
            />
            <text
              x={xScale(step.x) + (besideLast(step) ? -LABEL_GAP_PX : LABEL_GAP_PX)}
              y={yScale(step.y)}
              dy="0.32em"
              textAnchor={besideLast(step) ? 'end' : 'start'}
              className={styles.strong}
            >
              {step.label}
            </text>
          </g>
        ))}
      </svg>
      <PointCursor points={points} widthPx={width} />
    </div>
  );
}
