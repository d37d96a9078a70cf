import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useChange } from '../api/one';
import type { Administrator, MadeAdministrator } from '../api/people';
import { ConfirmDialog } from '../ui/ConfirmDialog';

interface NewPasswordDialogProps {
  person: Administrator;
  onClose: () => void;
  onMade: (made: MadeAdministrator) => void;
}

/** For who has forgotten the password. */
export function NewPasswordDialog({ person, onClose, onMade }: NewPasswordDialogProps) {
  const { t } = useTranslation();
  // Shown also when this dialog was closed meanwhile: it is shown only once.
  const reset = useChange(['/administrators'], () => post<MadeAdministrator>(`/administrators/${person.id}/password`).then(onMade), onClose);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('rights.newPasswordOf', { name: person.displayName })}
      confirmLabel={t('rights.newPassword')}
      busy={reset.isPending}
      error={reset.error}
      onConfirm={() => reset.mutate(undefined)}
    >
      <Text size="sm">{t('rights.newPasswordMeaning')}</Text>
    </ConfirmDialog>
  );
}
