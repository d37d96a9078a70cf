import type { TaskDetail } from '../../api/tasks';
import { CancelDialog } from './CancelDialog';
import { ConfirmTaskDialog } from './ConfirmTaskDialog';
import { ModifyDialog } from './ModifyDialog';
import { PermissionDetailsDialog } from './PermissionDetailsDialog';
import { RetryDialog } from './RetryDialog';

export type Dialog = 'details' | 'confirm' | 'retry' | 'modify' | 'cancel';

export interface TaskDialogProps {
  task: TaskDetail;
  onClose: () => void;
}

/** The dialog that the address asks for, if the server allows what it does. */
export function TaskDialogs({ dialog, task, onClose }: TaskDialogProps & { dialog: Dialog | undefined }) {
  switch (dialog) {
    case 'details':
      return task.permissionDetails ? <PermissionDetailsDialog task={task} onClose={onClose} /> : null;
    case 'confirm':
      return task.actions.includes('CONFIRM') ? <ConfirmTaskDialog task={task} onClose={onClose} /> : null;
    case 'retry':
      return task.actions.includes('RETRY') ? <RetryDialog task={task} onClose={onClose} /> : null;
    case 'modify':
      return task.actions.includes('MODIFY') ? <ModifyDialog task={task} onClose={onClose} /> : null;
    case 'cancel':
      return task.actions.includes('CANCEL') ? <CancelDialog task={task} onClose={onClose} /> : null;
    case undefined:
      return null;
  }
}
