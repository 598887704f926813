import { tokens } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import type { SeriesStyle } from './series-style.ts';

const BAR_HEIGHT_PX = 12;

/** A point in its series' shape. */
export function PointMark({
  xPx,
  yPx,
  style,
}: {
  readonly xPx: number;
  readonly yPx: number;
  readonly style: SeriesStyle;
}): ReactElement {
  const paint = { fill: tokens.colorNeutralBackground1, stroke: style.colour, strokeWidth: 2 };
  switch (style.shape) {
    case 'circle':
      return <circle cx={xPx} cy={yPx} r={5} {...paint} fill={style.colour} />;
    case 'square':
      return <rect x={xPx - 4} y={yPx - 4} width={8} height={8} {...paint} />;
    case 'diamond':
      return <path d={`M${xPx} ${yPx - 5.5}l5.5 5.5-5.5 5.5-5.5-5.5z`} {...paint} />;
    case 'triangle':
      return <path d={`M${xPx} ${yPx - 5.5}l5.5 9.5h-11z`} {...paint} />;
  }
}

interface BarMarkProps {
  /** Ends in percent of the width; null draws the track alone. */
  readonly ends: readonly [number, number] | null;
  /** Hatched: tells it from a filled one without colour. */
  readonly hatched?: boolean;
  readonly colour?: string;
  readonly track?: boolean;
}

/** A horizontal bar. Its number stands beside it as text, so the picture itself is hidden from assistive technology. */
export function BarMark({
  ends,
  hatched = false,
  colour = tokens.colorBrandForeground1,
  track = true,
}: BarMarkProps): ReactElement {
  const hatchId = useId();
  return (
    <svg
      width="100%"
      height={BAR_HEIGHT_PX}
      aria-hidden="true"
      focusable="false"
      style={{ display: 'block' }}
    >
      {hatched && <Hatch id={hatchId} colour={colour} />}
      {track && (
        <rect
          x="0.5"
          y="0.5"
          width="99%"
          height={BAR_HEIGHT_PX - 1}
          rx={2}
          fill={tokens.colorNeutralBackground3}
          stroke={tokens.colorNeutralStroke2}
        />
      )}
      {ends !== null && (
        <rect
          x={`${ends[0]}%`}
          width={`${Math.max(ends[1] - ends[0], 0)}%`}
          y={0}
          height={BAR_HEIGHT_PX}
          rx={2}
          fill={hatched ? `url(#${hatchId})` : colour}
          stroke={hatched ? colour : 'none'}
        />
      )}
    </svg>
  );
}

/** Diagonal lines in a colour: the fill of what points the other way. */
export function Hatch({ id, colour }: { readonly id: string; readonly colour: string }): ReactElement {
  return (
    <defs>
      <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1={0} x2={0} y1={0} y2={5} stroke={colour} strokeWidth={4} />
      </pattern>
    </defs>
  );
}
