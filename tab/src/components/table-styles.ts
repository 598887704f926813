import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { RecordColumn } from './record-column.ts';

type Kind = RecordColumn<never>['kind'];

/** By which style a cell of a table stands. */
const CELL_STYLE = {
  text: 'text',
  'wide-text': 'wide',
  'short-text': 'short',
  bar: 'bar',
  mark: 'mark',
  number: 'number',
  'number-words': 'numberWords',
  actions: 'actions',
} as const satisfies Record<Kind, string>;

/** What needs the whole width of a card. */
const WHOLE_OF_CARD: ReadonlySet<Kind> = new Set<Kind>([
  'wide-text',
  'bar',
  'mark',
  'number-words',
  'actions',
]);

export const useTableStyles = makeStyles({
  region: {
    position: 'relative',
    overflowX: 'auto',
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase300 },
  caption: {
    captionSide: 'top',
    textAlign: 'start',
    color: tokens.colorNeutralForeground2,
    paddingBottom: '8px',
  },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  cell: {
    padding: '6px 12px 6px 0',
    '@media (max-width: 480px)': { paddingRight: '8px' },
    textAlign: 'start',
    verticalAlign: 'baseline',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { paddingRight: 0 },
  },
  head: {
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    verticalAlign: 'bottom',
    // A long head must not make its column wider than its numbers need.
    whiteSpace: 'normal',
  },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  numberWords: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  // A column of words narrower than this is one word a line: then cards are better.
  text: { minWidth: '88px' },
  wide: { minWidth: '180px', '@media (max-width: 480px)': { minWidth: '108px' } },
  actions: { minWidth: '120px' },
  short: { whiteSpace: 'nowrap' },
  bar: { width: '28%', minWidth: '72px' },
  mark: {},
  sort: {
    font: 'inherit',
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    cursor: 'pointer',
    textAlign: 'inherit',
    '&:hover': { textDecorationLine: 'underline' },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  tall: { maxHeight: '70vh', overflowY: 'auto' },
  fixed: { tableLayout: 'fixed', minWidth: '640px' },
  sticky: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  tableOfCards: { display: 'block' },
  cards: { display: 'block' },
  card: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(88px, 1fr))',
    gap: '6px 12px',
    padding: '10px 0 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cardTitle: {
    gridColumn: '1 / -1',
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  cardCell: { padding: 0, textAlign: 'start', overflowWrap: 'anywhere' },
  twoOfCard: { gridColumn: 'span 2' },
  cardNumber: { fontVariantNumeric: 'tabular-nums' },
  wholeOfCard: { gridColumn: '1 / -1', padding: 0, textAlign: 'start', overflowWrap: 'anywhere' },
  cardLabel: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  heads: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    paddingBottom: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cardHead: { padding: 0 },
  sortOfCards: {
    padding: '3px 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
  },
  foot: { display: 'flex', alignItems: 'center', gap: '12px', marginTop: '12px' },
});

/** The class of each column's cells, the same list while neither columns nor layout change. */
export function useCellClasses(columns: readonly RecordColumn<never>[], asCards: boolean): readonly string[] {
  const styles = useTableStyles();
  return useMemo(
    () =>
      columns.map(({ kind }, index) => {
        if (!asCards) return mergeClasses(styles.cell, styles[CELL_STYLE[kind]]);
        if (index === 0) return mergeClasses(styles.cardCell, styles.cardTitle);
        return mergeClasses(
          styles.cardCell,
          kind === 'text' && styles.twoOfCard,
          WHOLE_OF_CARD.has(kind) && styles.wholeOfCard,
          CELL_STYLE[kind].startsWith('number') && styles.cardNumber,
        );
      }),
    [columns, asCards, styles],
  );
}
