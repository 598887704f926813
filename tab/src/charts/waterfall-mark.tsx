import { tokens } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import { Hatch } from './marks.tsx';
import { percentScale } from './percent-scale.ts';

const ROW_HEIGHT_PX = 34;
const BAR_PX = [10, 14] as const;

interface WaterfallMarkProps {
  readonly from: number;
  /** Null: not known, only the line goes on. */
  readonly to: number | null;
  readonly extent: readonly [number, number];
  /** The first and last row mark a level, not a change. */
  readonly level?: 'start' | 'end';
}

/** One row of a waterfall: the bar of its change, with hairlines that join it to the rows above and below. */
export function WaterfallMark({ from, to, extent, level }: WaterfallMarkProps): ReactElement {
  const hatchId = useId();
  const scale = percentScale(...extent);
  const end = to ?? from;
  const [left, right] = [Math.min(from, end), Math.max(from, end)].map((at) => scale(at)) as [number, number];
  const rises = end >= from;
  const colour = rises ? tokens.colorBrandForeground1 : tokens.colorPaletteDarkOrangeBorderActive;
  const [barY, barHeight] = BAR_PX;
  const joint = { stroke: tokens.colorNeutralStroke1, strokeWidth: 1 };
  return (
    <svg
      width="100%"
      height={ROW_HEIGHT_PX}
      aria-hidden="true"
      focusable="false"
      style={{ display: 'block' }}
    >
      {!rises && <Hatch id={hatchId} colour={colour} />}
      {level !== 'start' && (
        <line x1={`${scale(from)}%`} x2={`${scale(from)}%`} y1={0} y2={barY + barHeight} {...joint} />
      )}
      {level !== 'end' && (
        <line x1={`${scale(end)}%`} x2={`${scale(end)}%`} y1={barY} y2={ROW_HEIGHT_PX} {...joint} />
      )}
      {level === undefined ? (
        to !== null && (
          <rect
            x={`${left}%`}
            width={`${Math.max(right - left, 0.5)}%`}
            y={barY}
            height={barHeight}
            fill={rises ? colour : `url(#${hatchId})`}
            stroke={colour}
          />
        )
      ) : (
        <circle
          cx={`${scale(from)}%`}
          cy={barY + barHeight / 2}
          r={6}
          fill={tokens.colorNeutralForeground1}
        />
      )}
    </svg>
  );
}
