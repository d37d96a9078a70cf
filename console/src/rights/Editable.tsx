import { Group, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Editable.module.css';
import { type Right, useMay } from './rights';

/** A form that everybody on the page may read; who lacks the right finds it locked, and is told what it needs. */
export function Editable({ right, children }: { right: Right; children: ReactNode }) {
  const { t } = useTranslation();
  const may = useMay()(right);
  return (
    <>
      {!may && (
        <Group gap={6} mb="sm" wrap="nowrap" c="dimmed" data-testid="read-only">
          <IconLock size={15} aria-hidden style={{ flex: 'none' }} />
          <Text size="sm">{t('rights.readOnly', { right: t(`rights.of.${right}`) })}</Text>
        </Group>
      )}
      <fieldset disabled={!may} className={styles.plain}>
        {children}
      </fieldset>
    </>
  );
}
