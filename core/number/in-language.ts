/** Writes a shown figure, "8.2" or "-0.10", in Swedish or English: "8,2" and "−0,10" with a real minus sign. */
export function inLanguage(shown: string, language: 'sv' | 'en'): string {
  const [whole = '0', fraction] = shown.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'sv' ? '\u00a0' : ',');
  const sign = shown.startsWith('-') ? '\u2212' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `${language === 'sv' ? ',' : '.'}${fraction}`}`;
}
