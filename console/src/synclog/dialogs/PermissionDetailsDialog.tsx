import { useTranslation } from 'react-i18next';
import { PermissionList } from '../record/PermissionList';
import { Dialog } from '../../ui/Dialog';
import type { TaskDialogProps } from './TaskDialogs';

/** "View details" of the document: the permissions bound and unbound. */
export function PermissionDetailsDialog({ task, onClose }: TaskDialogProps) {
  const { t } = useTranslation();
  const { bound = [], unbound = [] } = task.permissionDetails ?? {};
  return (
    <Dialog onClose={onClose} size="lg" title={t('synclog.details.title', { name: task.object.name, application: task.application.name })}>
      <div data-testid="permission-details">
        <PermissionList bound={bound} unbound={unbound} />
      </div>
    </Dialog>
  );
}
