import { makeStyles } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px' },
  halves: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '16px',
    alignItems: 'stretch',
    '@media (max-width: 860px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  thirds: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: '16px',
    '@media (max-width: 860px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

interface GridProps {
  readonly columns: 'one' | 'two' | 'three';
  readonly children: ReactNode;
}

/** Lays parts of a page beside each other where there is room, below each other on a phone. */
export function PageGrid({ columns, children }: GridProps): ReactElement {
  const styles = useStyles();
  const byColumns = { one: styles.stack, two: styles.halves, three: styles.thirds };
  return <div className={byColumns[columns]}>{children}</div>;
}
