import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { PointCursor } from './point-cursor.tsx';
import { onArc, radarPoints, ringRadius, type RadarItem } from './radar-layout.ts';

const useStyles = makeStyles({
  svg: { display: 'block', overflow: 'visible' },
  text: { fontSize: tokens.fontSizeBase200, fill: tokens.colorNeutralForeground2 },
  number: { fontSize: '11px', fontWeight: tokens.fontWeightSemibold },
});

export interface RadarMark extends RadarItem {
  /** Stands in the point, and before the same thing in the list beside. */
  readonly number: number;
  /** Bigger where it matters more, 1–5. */
  readonly weight: number;
  /** Drawn as a ring instead of filled. */
  readonly hollow: boolean;
  /** All that the point says. */
  readonly text: string;
}

interface RadarChartProps {
  readonly rings: readonly string[];
  readonly sectors: readonly string[];
  readonly marks: readonly RadarMark[];
  readonly summary: string;
  readonly widthPx: number;
  readonly onChoose?: (id: string) => void;
}

const MOST_RADIUS_PX = 300;
const [TOP_PX, BOTTOM_PX] = [26, 40];
/** Names of neighbouring rings stand on different rows: on a phone they would touch. */
const LABEL_ROWS_PX = [16, 32] as const;
const [SMALLEST_PX, PER_WEIGHT_PX] = [8, 1];

/** A half circle: rings from near to far, sectors by kind, numbered points. */
export function RadarChart(props: RadarChartProps): ReactElement {
  const { rings, sectors, marks, summary, widthPx, onChoose } = props;
  const styles = useStyles();
  const radiusPx = Math.min((widthPx - 24) / 2, MOST_RADIUS_PX);
  const centre = [widthPx / 2, TOP_PX + radiusPx] as const;
  const heightPx = centre[1] + BOTTOM_PX;
  const points = radarPoints(marks, {
    rings: rings.length,
    sectors: sectors.length,
    radiusPx,
    centrePx: centre,
  });
  const at = new Map(points.map((point) => [point.id, point]));
  return (
    <>
      <svg width={widthPx} height={heightPx} role="img" aria-label={summary} className={styles.svg}>
        {rings.map((ring, index) => {
          const radius = ringRadius(index + 1, rings.length, radiusPx);
          return (
            <g key={ring}>
              <path
                d={`M${centre[0] - radius} ${centre[1]}A${radius} ${radius} 0 0 1 ${centre[0] + radius} ${centre[1]}`}
                fill="none"
                stroke={tokens.colorNeutralStroke1}
              />
              <text
                x={centre[0] + ringRadius(index + 0.5, rings.length, radiusPx)}
                y={centre[1] + (index % 2 === 0 ? LABEL_ROWS_PX[0] : LABEL_ROWS_PX[1])}
                textAnchor="middle"
                className={styles.text}
              >
                {ring}
              </text>
            </g>
          );
        })}
        <line
          x1={centre[0] - radiusPx}
          x2={centre[0] + radiusPx}
          y1={centre[1]}
          y2={centre[1]}
          stroke={tokens.colorNeutralStroke1}
        />
        {sectors.map((sector, index) => {
          const border = onArc(index / sectors.length, radiusPx, centre);
          const [x, y] = onArc((index + 0.5) / sectors.length, radiusPx + 12, centre);
          const side =
            x < centre[0] - radiusPx / 2 ? 'end' : x > centre[0] + radiusPx / 2 ? 'start' : 'middle';
          // On a narrow picture a name at the side turns inwards, where the arc leaves room above it.
          const fits = side === 'middle' || widthPx / 2 - radiusPx > sector.length * 7;
          return (
            <g key={sector}>
              {index > 0 && (
                <line
                  x1={centre[0]}
                  y1={centre[1]}
                  x2={border[0]}
                  y2={border[1]}
                  stroke={tokens.colorNeutralStroke2}
                  strokeDasharray="2 3"
                />
              )}
              <text
                x={fits ? x : side === 'end' ? 0 : widthPx}
                y={fits ? y : TOP_PX + radiusPx * 0.16}
                textAnchor={fits ? side : side === 'end' ? 'start' : 'end'}
                className={styles.text}
              >
                {sector}
              </text>
            </g>
          );
        })}
        {marks.map((mark) => {
          const point = at.get(mark.id);
          if (point === undefined) return null;
          return (
            <g key={mark.id}>
              <circle
                cx={point.xPx}
                cy={point.yPx}
                r={SMALLEST_PX + mark.weight * PER_WEIGHT_PX}
                fill={mark.hollow ? tokens.colorNeutralBackground1 : tokens.colorBrandForeground1}
                stroke={tokens.colorBrandForeground1}
                strokeWidth={2}
                strokeDasharray={mark.hollow ? '3 2' : undefined}
              />
              <text
                x={point.xPx}
                y={point.yPx}
                dy="0.36em"
                textAnchor="middle"
                className={styles.number}
                fill={mark.hollow ? tokens.colorNeutralForeground1 : tokens.colorNeutralBackground1}
              >
                {mark.number}
              </text>
            </g>
          );
        })}
      </svg>
      <PointCursor
        widthPx={widthPx}
        points={marks.flatMap((mark) => {
          const point = at.get(mark.id);
          return point === undefined
            ? []
            : [
                {
                  id: mark.id,
                  row: mark.ring,
                  column: Math.round(point.xPx),
                  xPx: point.xPx,
                  yPx: point.yPx,
                  text: mark.text,
                },
              ];
        })}
        {...(onChoose !== undefined && { onChoose })}
      />
    </>
  );
}
