import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../../api/views';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useViewChanges } from './useViewChanges';

export function DeleteViewDialog({ view, onClose }: { view: SavedView; onClose: () => void }) {
  const { t } = useTranslation();
  const { remove } = useViewChanges(onClose);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('loglist.view.deleteTitle', { name: view.name })}
      confirmLabel={t('loglist.view.delete')}
      onConfirm={() => remove.mutate(view)}
      destructive
      busy={remove.isPending}
      error={remove.error}
    >
      <Text size="sm">{view.shared ? t('loglist.view.deleteShared') : t('loglist.view.deleteOwn')}</Text>
    </ConfirmDialog>
  );
}
