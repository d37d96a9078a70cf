import { useState, type ReactNode } from 'react';
import type { TaskAction, TaskDetail } from '../../api/tasks';
import { CancelDialog } from './CancelDialog';
import { ConfirmTaskDialog } from './ConfirmTaskDialog';
import { ModifyDialog } from './ModifyDialog';
import { PermissionDetailsDialog } from './PermissionDetailsDialog';
import { RetryDialog } from './RetryDialog';

export type Dialog = 'details' | 'confirm' | 'retry' | 'modify' | 'cancel';

export interface TaskDialogProps {
  task: TaskDetail;
  onClose: () => void;
  /** Goes on with another dialog instead. */
  onShow: (dialog: Dialog) => void;
}

const DIALOGS: Record<Dialog, [action: TaskAction, dialog: (props: TaskDialogProps) => ReactNode]> = {
  details: ['VIEW_DETAILS', PermissionDetailsDialog],
  confirm: ['CONFIRM', ConfirmTaskDialog],
  retry: ['RETRY', RetryDialog],
  modify: ['MODIFY', ModifyDialog],
  cancel: ['CANCEL', CancelDialog],
};

/**
 * The dialog that the address asks for, if the server allows what it does. Once shown it stays, whatever happens to the task meanwhile: what
 * was typed into it is not taken away, and its own answer may come after the news of what it did.
 */
export function TaskDialogs({ dialog, ...props }: TaskDialogProps & { dialog: Dialog | undefined }) {
  const [shown, setShown] = useState(false);
  const [action, Shown] = dialog ? DIALOGS[dialog] : [];
  if (!shown && action && props.task.actions.includes(action)) {
    setShown(true);
  }
  return shown && Shown ? <Shown {...props} /> : null;
}
