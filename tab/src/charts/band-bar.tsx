import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import { Hatch } from './marks.tsx';
import { percentScale } from './percent-scale.ts';
import { bandSegments } from './transforms.ts';

const HEIGHT_PX = 16;
const COLOURS = {
  negative: tokens.colorPaletteDarkOrangeBorderActive,
  neutral: tokens.colorNeutralBackground5,
  positive: tokens.colorBrandForeground1,
} as const;

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: { display: 'flex', alignItems: 'center', gap: '6px' },
});

interface BandBarProps {
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
  /** The ends of the picture, where bars below each other share them; else the bar fills its width. */
  readonly extent?: readonly [number, number];
}

/** Three shares around the middle of the neutral one, so that bars below each other show at once which way they lean. */
export function BandBar({ negative, neutral, positive, extent }: BandBarProps): ReactElement {
  const hatchId = useId();
  const segments = bandSegments(negative, neutral, positive);
  const scale = percentScale(...(extent ?? [segments.negative[0], segments.positive[1]]));
  return (
    <svg width="100%" height={HEIGHT_PX} aria-hidden="true" focusable="false" style={{ display: 'block' }}>
      <Hatch id={hatchId} colour={COLOURS.negative} />
      {(['negative', 'neutral', 'positive'] as const).map((band) => {
        const [from, to] = segments[band];
        return (
          <rect
            key={band}
            x={`${scale(from)}%`}
            width={`${scale(to) - scale(from)}%`}
            height={HEIGHT_PX}
            fill={band === 'negative' ? `url(#${hatchId})` : COLOURS[band]}
            stroke={band === 'neutral' ? tokens.colorNeutralStrokeAccessible : COLOURS[band]}
          />
        );
      })}
      <line
        x1={`${scale(0)}%`}
        x2={`${scale(0)}%`}
        y1={0}
        y2={HEIGHT_PX}
        stroke={tokens.colorNeutralForeground1}
      />
    </svg>
  );
}

interface BandLegendProps {
  readonly negative: string;
  readonly neutral: string;
  readonly positive: string;
}

/** What the three fills mean, in the order they stand in the bar. */
export function BandLegend(names: BandLegendProps): ReactElement {
  const styles = useStyles();
  const hatchId = useId();
  return (
    <ul className={styles.legend}>
      {(['negative', 'neutral', 'positive'] as const).map((band) => (
        <li key={band} className={styles.item}>
          <svg width={14} height={14} aria-hidden="true" focusable="false">
            <Hatch id={hatchId} colour={COLOURS.negative} />
            <rect
              x={0.5}
              y={0.5}
              width={13}
              height={13}
              fill={band === 'negative' ? `url(#${hatchId})` : COLOURS[band]}
              stroke={band === 'neutral' ? tokens.colorNeutralStrokeAccessible : COLOURS[band]}
            />
          </svg>
          {names[band]}
        </li>
      ))}
    </ul>
  );
}
