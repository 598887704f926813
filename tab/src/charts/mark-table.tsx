import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

/** Where there is little room, on a phone or in half a page, the mark goes under its label, with the whole width to itself. */
const NARROW = '@container (max-width: 420px)';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', [NARROW]: { display: 'block' } },
  block: { [NARROW]: { display: 'block' } },
  caption: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  head: { [NARROW]: { position: 'absolute', clipPath: 'inset(50%)' } },
  hiddenHead: { height: 0, padding: 0, fontSize: 0, lineHeight: 0, color: 'transparent' },
  label: {
    width: '44%',
    [NARROW]: { width: 'auto', padding: '6px 12px 2px 0' },
    padding: '6px 12px 6px 0',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'break-word',
    hyphens: 'auto',
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  indented: { paddingInlineStart: '16px' },
  mark: { padding: 0, [NARROW]: { gridRow: 2, gridColumn: '1 / -1' } },
  row: { [NARROW]: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto' } },
  value: {
    width: '96px',
    [NARROW]: { width: 'auto', padding: '6px 0 2px' },
    padding: '6px 0 6px 12px',
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
  },
  wrapper: { position: 'relative', containerType: 'inline-size' },
});

export interface MarkRow {
  readonly id: string;
  readonly label: ReactNode;
  readonly mark: ReactNode;
  readonly value: ReactNode;
  readonly emphasis?: 'strong' | 'plain' | 'indented';
}

interface MarkTableProps {
  readonly caption: string;
  readonly labelHeader: string;
  readonly valueHeader: string;
  readonly rows: readonly MarkRow[];
}

/**
 * A picture that is a table: label, mark, number. Read aloud it is the table; seen it is the chart. So the two can't
 * say different things and neither needs the other.
 */
export function MarkTable({ caption, labelHeader, valueHeader, rows }: MarkTableProps): ReactElement {
  const styles = useStyles();
  const emphasis = { strong: styles.strong, plain: undefined, indented: styles.indented };
  return (
    <div className={styles.wrapper}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead className={styles.head}>
          <tr>
            <th scope="col" className={mergeClasses(styles.label, styles.hiddenHead)}>
              {labelHeader}
            </th>
            <td className={styles.hiddenHead} />
            <th scope="col" className={mergeClasses(styles.value, styles.hiddenHead)}>
              {valueHeader}
            </th>
          </tr>
        </thead>
        <tbody className={styles.block}>
          {rows.map((row) => (
            <tr key={row.id} className={styles.row}>
              <th scope="row" className={mergeClasses(styles.label, emphasis[row.emphasis ?? 'plain'])}>
                {row.label}
              </th>
              <td className={styles.mark}>{row.mark}</td>
              <td className={mergeClasses(styles.value, row.emphasis === 'strong' && styles.strong)}>
                {row.value}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
