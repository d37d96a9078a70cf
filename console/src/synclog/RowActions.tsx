import { ActionIcon, Group, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TaskAction, TaskRow } from '../api/tasks';
import { MenuItemLink, TextLink } from '../ui/links';

const MORE: { action: TaskAction; show: 'retry' | 'modify' | 'cancel' }[] = [
  { action: 'RETRY', show: 'retry' },
  { action: 'MODIFY', show: 'modify' },
  { action: 'CANCEL', show: 'cancel' },
];

/** What the server allows with the task, as links to the record with the matching dialog open. */
export function RowActions({ task }: { task: TaskRow }) {
  const { t } = useTranslation();
  const record = { to: '/log/$taskId', params: { taskId: task.id } } as const;
  const more = MORE.filter(({ action }) => task.actions.includes(action));
  return (
    <Group gap={10} wrap="nowrap" w="100%">
      <TextLink {...record}>
        {t('synclog.act.VIEW')}
      </TextLink>
      {task.actions.includes('VIEW_DETAILS') && (
        <TextLink {...record} search={{ show: 'details' }}>
          {t('synclog.act.VIEW_DETAILS')}
        </TextLink>
      )}
      {task.actions.includes('CONFIRM') && (
        <TextLink {...record} search={{ show: 'confirm' }}>
          {t('synclog.act.CONFIRM')}
        </TextLink>
      )}
      {more.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="sm" ml="auto" aria-label={t('synclog.moreActions', { name: task.object.name })}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map(({ action, show }) => (
              <MenuItemLink key={action} {...record} search={{ show }} color={action === 'CANCEL' ? 'red' : undefined}>
                {t(`synclog.act.${action}`)}
              </MenuItemLink>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
