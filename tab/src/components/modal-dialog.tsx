import { Dialog, DialogSurface } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

interface ModalDialogProps {
  /** `alert`: can only be left by one of its buttons. */
  readonly modalType?: 'modal' | 'alert';
  readonly onClose: () => void;
  /** The dialog's content; null while it is closed. */
  readonly children: ReactNode;
}

/**
 * A dialog that is open while it has content. It stays mounted when it closes: taken away while open, it would leave the
 * page behind it hidden from assistive technology.
 */
export function ModalDialog({ modalType = 'modal', onClose, children }: ModalDialogProps): ReactElement {
  return (
    <Dialog open={children !== null} modalType={modalType} onOpenChange={onClose}>
      <DialogSurface>{children}</DialogSurface>
    </Dialog>
  );
}
