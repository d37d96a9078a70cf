import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface CopyButtonProps {
  value: string;
  label?: string;
  /** A word beside the icon, where there are several things to copy. */
  text?: string;
}

export function CopyButton({ value, label, text }: CopyButtonProps) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 1500 });
  const name = clipboard.copied ? t('common.copied') : (label ?? t('common.copy'));
  const icon = clipboard.copied ? <IconCheck size={14} /> : <IconCopy size={14} />;
  const copy = () => clipboard.copy(value);
  return (
    <Tooltip label={name}>
      {text ? (
        <Button variant="subtle" color="gray" size="compact-xs" leftSection={icon} aria-label={name} onClick={copy}>
          {text}
        </Button>
      ) : (
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={name} onClick={copy}>
          {icon}
        </ActionIcon>
      )}
    </Tooltip>
  );
}
