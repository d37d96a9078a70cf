import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../ui/CopyButton';

/** Shown this once. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation();
  const text = codes.join('\n');
  return (
    <Stack gap="sm">
      <Alert color="teal" icon={<IconKey />} title={t('signin.recoveryTitle')} role="status">
        <Text size="sm" mb="xs">
          {t('signin.recoveryHint')}
        </Text>
        <Code block data-testid="recovery-codes">
          {text}
        </Code>
        <Group mt="xs" justify="flex-end">
          <CopyButton value={text} text={t('common.copy')} />
        </Group>
      </Alert>
      <Button onClick={onDone}>{t('signin.recoveryKept')}</Button>
    </Stack>
  );
}
