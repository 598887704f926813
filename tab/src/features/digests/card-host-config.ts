import { tokens } from '@fluentui/react-components';

const shade = (color: string, subtle: string) => ({ default: color, subtle });

/** How the tab draws a card: in the colours of its own theme, which follow light, dark and high contrast by themselves. */
export const CARD_HOST_CONFIG = {
  fontFamily: tokens.fontFamilyBase,
  spacing: { small: 4, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 0 },
  separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 28 },
  textBlock: { headingLevel: 3 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  containerStyles: {
    default: {
      backgroundColor: tokens.colorNeutralBackground1,
      foregroundColors: {
        default: shade(tokens.colorNeutralForeground1, tokens.colorNeutralForeground2),
        accent: shade(tokens.colorBrandForegroundLink, tokens.colorBrandForegroundLink),
        good: shade(tokens.colorStatusSuccessForeground1, tokens.colorStatusSuccessForeground1),
        warning: shade(tokens.colorStatusWarningForeground1, tokens.colorStatusWarningForeground1),
        attention: shade(tokens.colorStatusDangerForeground1, tokens.colorStatusDangerForeground1),
      },
    },
  },
} as const;
