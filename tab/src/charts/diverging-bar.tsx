import { tokens } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import { Hatch } from './marks.tsx';
import { percentScale } from './percent-scale.ts';

const HEIGHT_PX = 14;

interface DivergingBarProps {
  /** Null: not known, nothing is drawn. */
  readonly value: number | null;
  /** The end of the scale on both sides of zero. */
  readonly most: number;
}

/** A bar to the right of zero for a rise, hatched to the left of it for a fall. */
export function DivergingBar({ value, most }: DivergingBarProps): ReactElement {
  const hatchId = useId();
  const scale = percentScale(-most, most);
  const falls = value !== null && value < 0;
  const colour = falls ? tokens.colorPaletteDarkOrangeBorderActive : tokens.colorBrandForeground1;
  return (
    <svg width="100%" height={HEIGHT_PX} aria-hidden="true" focusable="false" style={{ display: 'block' }}>
      <Hatch id={hatchId} colour={colour} />
      {value !== null && (
        <rect
          x={`${scale(Math.min(0, value))}%`}
          width={`${Math.abs(scale(value) - scale(0))}%`}
          y={1}
          height={HEIGHT_PX - 2}
          fill={falls ? `url(#${hatchId})` : colour}
          stroke={value === 0 ? 'none' : colour}
        />
      )}
      <line x1="50%" x2="50%" y1={0} y2={HEIGHT_PX} stroke={tokens.colorNeutralForeground1} />
    </svg>
  );
}
