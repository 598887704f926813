import { tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { percentScale } from './percent-scale.ts';

const HEIGHT_PX = 20;

interface DotMarkProps {
  /** Null: nothing is drawn but the lines that all rows share. */
  readonly value: number | null;
  readonly extent: readonly [number, number];
  /** What every row is measured against, as a line. */
  readonly reference: number | null;
  /** How sure the reference is, as a band. */
  readonly band?: readonly [number, number] | null;
  /** A filled triangle up or down where the difference is clear, else a ring. */
  readonly difference: 'higher' | 'lower' | 'none';
}

/** One row of a dot plot. The number stands beside it as text. */
export function DotMark({ value, extent, reference, band = null, difference }: DotMarkProps): ReactElement {
  const scale = percentScale(...extent);
  return (
    <svg width="100%" height={HEIGHT_PX} aria-hidden="true" focusable="false" style={{ display: 'block' }}>
      <line
        x1="0"
        x2="100%"
        y1={HEIGHT_PX / 2}
        y2={HEIGHT_PX / 2}
        stroke={tokens.colorNeutralStroke2}
        strokeDasharray="1 3"
      />
      {band !== null && (
        <rect
          x={`${scale(band[0])}%`}
          width={`${scale(band[1]) - scale(band[0])}%`}
          y={0}
          height={HEIGHT_PX}
          fill={tokens.colorNeutralForeground2}
          fillOpacity={0.2}
        />
      )}
      {reference !== null && (
        <line
          x1={`${scale(reference)}%`}
          x2={`${scale(reference)}%`}
          y1={0}
          y2={HEIGHT_PX}
          stroke={tokens.colorNeutralForeground1}
        />
      )}
      {value !== null && (
        <svg x={`${scale(value)}%`} overflow="visible">
          <DifferenceShape difference={difference} />
        </svg>
      )}
    </svg>
  );
}

/** The shape of a unit's difference: what the legend shows too. */
function DifferenceShape({ difference }: Pick<DotMarkProps, 'difference'>): ReactElement {
  const colour =
    difference === 'lower' ? tokens.colorPaletteDarkOrangeBorderActive : tokens.colorBrandForeground1;
  switch (difference) {
    case 'higher':
      return <path d={`M0 ${HEIGHT_PX / 2 - 7}l7 12h-14z`} fill={colour} />;
    case 'lower':
      return <path d={`M0 ${HEIGHT_PX / 2 + 7}l7 -12h-14z`} fill={colour} />;
    case 'none':
      return (
        <circle
          cx={0}
          cy={HEIGHT_PX / 2}
          r={5}
          fill={tokens.colorNeutralBackground1}
          stroke={tokens.colorBrandForeground1}
          strokeWidth={2}
        />
      );
  }
}

/** A shape with what it means. */
export function DifferenceKey({
  difference,
  children,
}: Pick<DotMarkProps, 'difference'> & { readonly children: string }): ReactElement {
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
      <svg width={16} height={HEIGHT_PX} aria-hidden="true" focusable="false">
        <svg x={8} overflow="visible">
          <DifferenceShape difference={difference} />
        </svg>
      </svg>
      {children}
    </span>
  );
}
