import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';
import { ErrorNotice } from './ErrorNotice';

interface ConfirmDialogProps {
  opened: boolean;
  onClose: () => void;
  /** Names the consequence. */
  title: string;
  /** Names what the button does. */
  confirmLabel: string;
  onConfirm: () => void;
  destructive?: boolean;
  disabled?: boolean;
  busy?: boolean;
  error?: unknown;
  size?: string | number;
  children?: ReactNode;
}

/** Asks before something happens. The safe way out has the focus, never the destructive one. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, onClose, title, confirmLabel, onConfirm, destructive, disabled, busy, error, size, children } = props;
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onConfirm();
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={title} size={size ?? 'md'}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {children}
          <ErrorNotice error={error} />
          <Group justify="space-between" mt="xs">
            <Button variant="default" onClick={onClose} data-autofocus={destructive || undefined}>
              {t('common.back')}
            </Button>
            <Button type="submit" color={destructive ? 'red' : undefined} disabled={disabled} loading={busy} data-testid="confirm">
              {confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
