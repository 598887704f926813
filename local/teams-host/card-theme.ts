import { HostConfig } from 'adaptivecards';
import type { Theme } from './host-state.ts';

interface Palette {
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly surface: string;
  readonly emphasis: string;
  readonly line: string;
}

/** Like Teams' own, with every text at 4.5 : 1 or more on both surfaces. */
const PALETTES: Readonly<Record<Theme, Palette>> = {
  default: {
    text: '#242424',
    subtle: '#5c5c5c',
    accent: '#4f52b2',
    good: '#0b6a0b',
    warning: '#8a5000',
    attention: '#b10e1c',
    surface: '#ffffff',
    emphasis: '#f5f5f5',
    line: '#d1d1d1',
  },
  dark: {
    text: '#ffffff',
    subtle: '#c7c7c7',
    accent: '#aab0ff',
    good: '#7ed67e',
    warning: '#f7c06a',
    attention: '#ff99a4',
    surface: '#292929',
    emphasis: '#1f1f1f',
    line: '#525252',
  },
  contrast: {
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    good: '#3ff23f',
    warning: '#ffff01',
    attention: '#ffb3b3',
    surface: '#000000',
    emphasis: '#000000',
    line: '#ffffff',
  },
};

const FONT = "'Segoe UI', system-ui, -apple-system, Roboto, 'Helvetica Neue', sans-serif";

const shade = (colour: string, subtle: string) => ({ default: colour, subtle });

function containerStyle(palette: Palette, backgroundColor: string) {
  return {
    backgroundColor,
    borderColor: palette.line,
    foregroundColors: {
      default: shade(palette.text, palette.subtle),
      dark: shade(palette.text, palette.subtle),
      light: shade(palette.subtle, palette.subtle),
      accent: shade(palette.accent, palette.accent),
      good: shade(palette.good, palette.good),
      warning: shade(palette.warning, palette.warning),
      attention: shade(palette.attention, palette.attention),
    },
  };
}

/** How cards look in this theme: sizes, weights and spacing as in Teams. */
export function cardTheme(theme: Theme): HostConfig {
  const palette = PALETTES[theme];
  const plain = containerStyle(palette, palette.surface);
  const emphasis = containerStyle(palette, palette.emphasis);
  return new HostConfig({
    fontFamily: FONT,
    supportsInteractivity: true,
    fontTypes: {
      default: {
        fontFamily: FONT,
        fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 28 },
        fontWeights: { lighter: 400, default: 400, bolder: 600 },
      },
      monospace: {
        fontFamily: "Consolas, 'Liberation Mono', monospace",
        fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 28 },
        fontWeights: { lighter: 400, default: 400, bolder: 600 },
      },
    },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: palette.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: plain,
      emphasis,
      accent: emphasis,
      good: emphasis,
      attention: emphasis,
      warning: emphasis,
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 12 },
    },
    adaptiveCard: { allowCustomStyle: false },
    factSet: {
      title: {
        color: 'default',
        size: 'default',
        isSubtle: true,
        weight: 'default',
        wrap: true,
        maxWidth: 150,
      },
      value: { color: 'default', size: 'default', isSubtle: false, weight: 'bolder', wrap: true },
      spacing: 16,
    },
    textBlock: { headingLevel: 3 },
  });
}
