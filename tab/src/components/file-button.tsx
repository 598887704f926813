import { Button, makeStyles } from '@fluentui/react-components';
import { useRef, type ReactElement } from 'react';

const useStyles = makeStyles({
  // Out of sight but not of the page: the browser's own button speaks the browser's language, not the reader's.
  input: { position: 'absolute', width: '1px', height: '1px', opacity: 0, pointerEvents: 'none' },
});

interface FileButtonProps {
  readonly label: string;
  /** File types, as an input takes them: `.xlsx,.csv`. */
  readonly accept: string;
  readonly isPending?: boolean;
  readonly describedBy?: string;
  /** The same file may be chosen again, for instance after it was mended. */
  readonly onChoose: (file: File) => void;
}

/** A button that asks for one file from the reader's machine. */
export function FileButton({
  label,
  accept,
  isPending = false,
  describedBy,
  onChoose,
}: FileButtonProps): ReactElement {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        className={styles.input}
        type="file"
        accept={accept}
        tabIndex={-1}
        aria-label={label}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) onChoose(file);
          target.value = '';
        }}
      />
      <Button
        {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
        disabledFocusable={isPending}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </>
  );
}
