import { Modal, type ModalProps } from '@mantine/core';
import { useLayoutEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface DialogProps extends Pick<ModalProps, 'size' | 'onClose'> {
  opened?: boolean;
  /** Names the consequence where there is one. */
  title: string;
  children: ReactNode;
}

/** A dialog of the console. However it ends, the focus goes back to where it was, or to the page when that is no longer there. */
export function Dialog({ opened = true, title, children, ...props }: DialogProps) {
  const { t } = useTranslation();
  useFocusBack(opened);
  return (
    <Modal opened={opened} title={<b>{title}</b>} returnFocus={false} closeButtonProps={{ 'aria-label': t('common.close') }} {...props}>
      {children}
    </Modal>
  );
}

/** Mantine gives it back only to whoever closes a dialog by a property; most dialogs here are simply taken away. */
function useFocusBack(opened: boolean) {
  useLayoutEffect(() => {
    if (!opened) {
      return;
    }
    const before = document.activeElement;
    return () => {
      setTimeout(() => {
        const there = before instanceof HTMLElement && before !== document.body && before.isConnected;
        (there ? before : document.getElementById('main'))?.focus({ preventScroll: true });
      });
    };
  }, [opened]);
}
