import { tokens } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import { Hatch } from './marks.tsx';
import { percentScale } from './percent-scale.ts';

const HEIGHT_PX = 18;
const EXPECTED_PERCENT = 100;

interface AttainmentMarkProps {
  /** Percent of what was expected, uncapped; under 0 it went the wrong way. Null: not measured. */
  readonly percent: number | null;
  /** The end of the scale, percent. */
  readonly most: number;
}

/** A bar of what was measured, against a line at what was expected; hatched where it fell short. */
export function AttainmentMark({ percent, most }: AttainmentMarkProps): ReactElement {
  const hatchId = useId();
  const scale = percentScale(0, most);
  const short = percent !== null && percent < EXPECTED_PERCENT;
  const colour = short ? tokens.colorPaletteDarkOrangeBorderActive : tokens.colorBrandForeground1;
  return (
    <svg width="100%" height={HEIGHT_PX} aria-hidden="true" focusable="false" style={{ display: 'block' }}>
      <Hatch id={hatchId} colour={colour} />
      {percent !== null && (
        <rect
          x={0.5}
          y={4}
          width={`${scale(Math.max(percent, 0))}%`}
          height={HEIGHT_PX - 8}
          rx={2}
          fill={short ? `url(#${hatchId})` : colour}
          stroke={colour}
        />
      )}
      <line
        x1={`${scale(EXPECTED_PERCENT)}%`}
        x2={`${scale(EXPECTED_PERCENT)}%`}
        y1={0}
        y2={HEIGHT_PX}
        stroke={tokens.colorNeutralForeground1}
        strokeWidth={2}
      />
    </svg>
  );
}
