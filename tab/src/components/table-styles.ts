import { makeStyles, tokens } from '@fluentui/react-components';

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
  hiddenCaption: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  cell: {
    padding: '6px 12px 6px 0',
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
  wide: { minWidth: '180px' },
  short: { whiteSpace: 'nowrap' },
  // The numbers say what the bar shows; on a phone they have the room.
  bar: { width: '28%', minWidth: '72px', '@media (max-width: 480px)': { display: 'none' } },
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
  foot: { display: 'flex', alignItems: 'center', gap: '12px', marginTop: '12px' },
});
