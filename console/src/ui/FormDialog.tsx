import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from './ErrorNotice';

interface FormDialogProps {
  title: string;
  submitLabel: string;
  onClose: () => void;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  busy: boolean;
  error: unknown;
  disabled?: boolean;
  size?: string;
  children: ReactNode;
}

/** A small form in a dialog. */
export function FormDialog({ title, submitLabel, onClose, onSubmit, busy, error, disabled, size, children }: FormDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={<b>{title}</b>} size={size} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={onSubmit}>
        <Stack gap="sm">
          {children}
          <ErrorNotice error={error} />
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={disabled}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
