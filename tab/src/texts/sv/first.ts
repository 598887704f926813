/** What is read before the page itself is there. The other texts come with the page. */
export const firstSv = {
  'page.overview': 'Överblick',
  'figure.index': 'Digitaliseringsindex',
  'figure.of-ten': 'av 10',
} as const;
