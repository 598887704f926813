import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from '../lib/translation.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px 16px',
    marginBottom: '16px',
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    minWidth: 0,
    overflowWrap: 'anywhere',
    hyphens: 'auto',
    ':focus': { outline: 'none' },
  },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    '@media (max-width: 480px)': { gap: '8px' },
  },
});

/** The page shown last: the first page of a visit keeps the focus where the browser put it. */
let lastTitle: string | null = null;

interface PageHeadingProps {
  readonly title: string;
  readonly year?: number | null;
  readonly children?: ReactNode;
}

/** The page's only h1. It takes the focus when the page changes, so that a reader of any kind knows where they are. */
export function PageHeading({ title, year = null, children }: PageHeadingProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = [title, year, t('app.name')].filter((part) => part !== null).join(' – ');
  }, [title, year, t]);
  useEffect(() => {
    if (lastTitle !== null && lastTitle !== title) heading.current?.focus();
    lastTitle = title;
  }, [title]);
  return (
    <div className={styles.row}>
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {title}
      </h1>
      <div className={styles.tools}>{children}</div>
    </div>
  );
}
