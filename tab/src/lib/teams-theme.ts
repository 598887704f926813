export type ThemeName = 'light' | 'dark' | 'contrast';

/** Teams' theme names as ours; an unknown one is light. */
export function themeNameOf(hostTheme: string): ThemeName {
  if (hostTheme === 'contrast') return 'contrast';
  return hostTheme === 'dark' || hostTheme === 'glass' ? 'dark' : 'light';
}
