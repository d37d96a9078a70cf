import { Group, Kbd, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog';

const SHORTCUTS: [keys: string[], text: string][] = [
  [['j', '↓'], 'down'],
  [['k', '↑'], 'up'],
  [['Enter'], 'open'],
  [['Esc'], 'back'],
  [['/'], 'search'],
  [['x'], 'select'],
  [['Shift', 'x'], 'selectRange'],
  [['r'], 'retry'],
  [['c'], 'confirm'],
  [['?'], 'help'],
];

export function ShortcutHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('synclog.shortcuts')} size="sm">
      <Stack gap="xs">
        {SHORTCUTS.map(([keys, text]) => (
          <Group key={text} justify="space-between">
            <Text size="sm">{t(`loglist.shortcut.${text}`)}</Text>
            <Group gap={4}>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </Group>
          </Group>
        ))}
      </Stack>
    </Dialog>
  );
}
