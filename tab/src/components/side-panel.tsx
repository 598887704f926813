import { Button, makeStyles, PortalMountNodeProvider, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react';

const useStyles = makeStyles({
  panel: {
    position: 'fixed',
    inset: '0 0 0 auto',
    boxSizing: 'border-box',
    width: 'min(592px, 100vw)',
    maxWidth: 'none',
    height: '100dvh',
    maxHeight: 'none',
    margin: 0,
    padding: 0,
    border: 'none',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow64,
    overflowY: 'auto',
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    padding: '16px 16px 8px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  body: { padding: '0 24px 24px' },
});

interface SidePanelProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A panel at the side, over the page. The browser's own modal dialog: it keeps the focus inside, closes with Escape,
 * makes the page behind it inert for everyone, and gives the focus back when it is taken away.
 */
export function SidePanel({ title, closeLabel, onClose, children }: SidePanelProps): ReactElement {
  const styles = useStyles();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [place, setPlace] = useState<HTMLDivElement | null>(null);
  useEffect(() => {
    const opener = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      // The opener may have been drawn anew while the panel was open.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    // A press outside is one of three ways out; the keyboard has Escape and the button.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={styles.panel}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <Button appearance="subtle" aria-label={closeLabel} icon={<DismissRegular />} onClick={onClose} />
      </div>
      <div className={styles.body}>
        <PortalMountNodeProvider value={place ?? undefined}>{children}</PortalMountNodeProvider>
      </div>
      {/* What floats, such as a tooltip, must be inside: the browser draws its modal dialog above all else. */}
      <div ref={setPlace} />
    </dialog>
  );
}
