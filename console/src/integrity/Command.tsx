import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../ui/CopyButton';
import styles from '../ui/ui.module.css';

/** A command to be copied into a shell, with what it is for. */
export function Command({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <Group gap={4} mb={4}>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <CopyButton value={text} label={t('integrity.copyCommand', { title })} />
      </Group>
      <pre className={styles.code}>{text}</pre>
    </div>
  );
}
