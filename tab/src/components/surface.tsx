import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, type ReactElement, type ReactNode } from 'react';

const useStyles = makeStyles({
  surface: {
    boxSizing: 'border-box',
    minWidth: 0,
    padding: '16px 20px 20px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 480px)': { padding: '12px 16px 16px' },
    '& > p:last-child': { marginBottom: 0 },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: '4px 16px',
    marginBottom: '12px',
  },
  title: {
    margin: 0,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  lead: { margin: '-8px 0 12px', color: tokens.colorNeutralForeground2, maxWidth: '90ch' },
});

interface SurfaceProps {
  readonly title: string;
  /** One sentence under the title. */
  readonly lead?: string | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A titled part of a page: a region that assistive technology can jump to. */
export function Surface({ title, lead, actions, children, className }: SurfaceProps): ReactElement {
  const styles = useStyles();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={mergeClasses(styles.surface, className)}>
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {actions}
      </div>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      {children}
    </section>
  );
}
