import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import { flowBands } from './flow-layout.ts';
import { Hatch } from './marks.tsx';

const useStyles = makeStyles({
  svg: { display: 'block', overflow: 'visible' },
  text: { fontSize: tokens.fontSizeBase200, fill: tokens.colorNeutralForeground2 },
  strong: {
    fontSize: tokens.fontSizeBase200,
    fill: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
});

export interface FlowPart {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** How the band is filled: done, on its way, or stopped. */
  readonly kind: 'done' | 'under-way' | 'stopped';
}

interface FlowChartProps {
  readonly whole: string;
  readonly parts: readonly FlowPart[];
  readonly summary: string;
  readonly widthPx: number;
}

const [HEIGHT_PX, GAP_PX] = [200, 16];
const [BAR_PX, LABEL_PX, TOP_PX] = [12, 150, 24];

/** Where a whole went: from one bar on the left to one for each part on the right. */
export function FlowChart({ whole, parts, summary, widthPx }: FlowChartProps): ReactElement {
  const styles = useStyles();
  const hatchId = useId();
  const bands = flowBands(parts, HEIGHT_PX, GAP_PX);
  const right = widthPx - LABEL_PX - BAR_PX;
  const bend = (BAR_PX + right) / 2;
  const fill = {
    done: tokens.colorBrandForeground1,
    'under-way': tokens.colorPaletteTealBorderActive,
    stopped: `url(#${hatchId})`,
  } as const;
  const first = bands[0];
  const last = bands.at(-1);
  return (
    <svg width={widthPx} height={HEIGHT_PX + TOP_PX} role="img" aria-label={summary} className={styles.svg}>
      <Hatch id={hatchId} colour={tokens.colorPaletteDarkOrangeBorderActive} />
      <text x={0} y={12} className={styles.strong}>
        {whole}
      </text>
      <g transform={`translate(0 ${TOP_PX})`}>
        {first !== undefined && last !== undefined && (
          <rect
            x={0}
            y={first.fromPx[0]}
            width={BAR_PX}
            height={last.fromPx[1] - first.fromPx[0]}
            fill={tokens.colorNeutralForeground2}
          />
        )}
        {bands.map(({ id, fromPx, toPx }) => {
          const part = parts.find((one) => one.id === id);
          if (part === undefined) return null;
          const middle = (toPx[0] + toPx[1]) / 2;
          return (
            <g key={id}>
              <path
                d={`M${BAR_PX} ${fromPx[0]}C${bend} ${fromPx[0]} ${bend} ${toPx[0]} ${right} ${toPx[0]}V${toPx[1]}C${bend} ${toPx[1]} ${bend} ${fromPx[1]} ${BAR_PX} ${fromPx[1]}Z`}
                fill={fill[part.kind]}
                fillOpacity={0.3}
              />
              <rect
                x={right}
                y={toPx[0]}
                width={BAR_PX}
                height={toPx[1] - toPx[0]}
                fill={fill[part.kind]}
                stroke={part.kind === 'stopped' ? tokens.colorPaletteDarkOrangeBorderActive : 'none'}
              />
              <text x={right + BAR_PX + 8} y={middle} dy="0.32em">
                <tspan className={styles.strong}>{part.count}</tspan>
                <tspan className={styles.text}> {part.label}</tspan>
              </text>
            </g>
          );
        })}
      </g>
    </svg>
  );
}
