import { tokens } from '@fluentui/react-components';

/** How a series looks: colour from the theme, and a dash and a shape so that colour is never alone. */
export interface SeriesStyle {
  readonly colour: string;
  readonly widthPx: number;
  readonly dash: string | undefined;
  readonly shape: 'circle' | 'square' | 'diamond' | 'triangle';
}

/** The first series is the one that matters; the others stand back. */
const STYLES: readonly [SeriesStyle, ...SeriesStyle[]] = [
  { colour: tokens.colorBrandForeground1, widthPx: 3, dash: undefined, shape: 'circle' },
  { colour: tokens.colorPalettePurpleBorderActive, widthPx: 1.5, dash: '6 3', shape: 'square' },
  { colour: tokens.colorPaletteTealBorderActive, widthPx: 1.5, dash: '2 3', shape: 'diamond' },
  { colour: tokens.colorPaletteDarkOrangeBorderActive, widthPx: 1.5, dash: '8 3 2 3', shape: 'triangle' },
];

export function seriesStyle(index: number): SeriesStyle {
  return STYLES[index % STYLES.length] ?? STYLES[0];
}
