import { tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { percentScale } from './percent-scale.ts';

const HEIGHT_PX = 16;

interface BeforeAfterBarProps {
  readonly before: number | null;
  readonly after: number | null;
  readonly max: number;
}

/** A bar of how it is after, with a line where it was before. The numbers stand beside it as text. */
export function BeforeAfterBar({ before, after, max }: BeforeAfterBarProps): ReactElement {
  const scale = percentScale(0, max);
  return (
    <svg width="100%" height={HEIGHT_PX} aria-hidden="true" focusable="false" style={{ display: 'block' }}>
      <rect
        x="0.5"
        y="2.5"
        width="99%"
        height={HEIGHT_PX - 5}
        rx={2}
        fill={tokens.colorNeutralBackground3}
        stroke={tokens.colorNeutralStroke2}
      />
      {after !== null && (
        <rect
          x={0}
          y={2}
          width={`${scale(after)}%`}
          height={HEIGHT_PX - 4}
          rx={2}
          fill={tokens.colorBrandForeground1}
        />
      )}
      {before !== null && (
        <line
          x1={`${scale(before)}%`}
          x2={`${scale(before)}%`}
          y1={0}
          y2={HEIGHT_PX}
          stroke={tokens.colorNeutralForeground1}
          strokeWidth={3}
        />
      )}
    </svg>
  );
}
