import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PermissionList } from '../record/PermissionList';
import type { TaskDialogProps } from './TaskDialogs';

/** "View details" of the document: the permissions bound and unbound. */
export function PermissionDetailsDialog({ task, onClose }: TaskDialogProps) {
  const { t } = useTranslation();
  const { bound = [], unbound = [] } = task.permissionDetails ?? {};
  return (
    <Modal opened onClose={onClose} size="lg" title={<b>{t('synclog.details.title', { name: task.object.name, application: task.application.name })}</b>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <div data-testid="permission-details">
        <PermissionList bound={bound} unbound={unbound} />
      </div>
    </Modal>
  );
}
