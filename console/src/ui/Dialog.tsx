import { Modal, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from './useFocusBack';

interface DialogProps extends Pick<ModalProps, 'size' | 'onClose'> {
  opened?: boolean;
  /** Names the consequence where there is one. */
  title: string;
  children: ReactNode;
}

/** A dialog of the console. Mantine gives the focus back only to whoever closes it by a property; most dialogs here are simply taken away. */
export function Dialog({ opened = true, title, children, ...props }: DialogProps) {
  const { t } = useTranslation();
  useFocusBack(opened);
  return (
    <Modal opened={opened} title={<b>{title}</b>} returnFocus={false} closeButtonProps={{ 'aria-label': t('common.close') }} {...props}>
      {children}
    </Modal>
  );
}
