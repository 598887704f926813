import type { ReactElement } from 'react';
import type { ResultFigure } from '#core/result/figure.ts';
import { plotValue } from '../lib/shown-figure.ts';
import { BarMark } from './marks.tsx';
import { percentScale } from './percent-scale.ts';

interface ScoreBarProps {
  readonly figure: ResultFigure;
  /** The end of the scale: 10 for a score, 100 for a percentage. */
  readonly max: number;
}

/** How far along its scale a figure is. A figure without a value has an empty track and no mark. */
export function ScoreBar({ figure, max }: ScoreBarProps): ReactElement {
  const value = plotValue(figure);
  return <BarMark ends={value === null ? null : [0, percentScale(0, max)(value)]} />;
}
