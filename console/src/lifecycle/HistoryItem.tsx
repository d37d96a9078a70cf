import { Button, Group, Text } from '@mantine/core';
import {
  IconArrowsExchange,
  IconBan,
  IconCircleCheck,
  IconPencil,
  IconShieldCheck,
  IconTrash,
  IconUserPlus,
  type Icon,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DifferenceTable } from '../synclog/DifferenceTable';
import { StatusBadge } from '../synclog/StatusBadge';
import { Badge, type Tone } from '../ui/Badge';
import { TextLink } from '../ui/links';
import { TimeText } from '../ui/TimeText';
import { differencesOf, type HistoryEntry, type HistoryKind, type PermissionItem } from './history';
import styles from './History.module.css';

const LOOKS: Record<HistoryKind, [Tone, Icon]> = {
  CREATED: ['blue', IconUserPlus],
  EDITED: ['gray', IconPencil],
  MOVED: ['grape', IconArrowsExchange],
  ENABLED: ['green', IconCircleCheck],
  DISABLED: ['orange', IconBan],
  DELETED: ['red', IconTrash],
  PERMISSIONS: ['teal', IconShieldCheck],
};

/** One change, with the name of the user where nothing else says it; of a new user the values are shown when asked for. */
export function HistoryItem({ entry, chosen, named }: { entry: HistoryEntry; chosen: boolean; named: boolean }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(entry.kind !== 'CREATED');
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen) {
      place.current?.scrollIntoView({ block: 'center' });
    }
  }, [chosen]);
  const [tone, icon] = LOOKS[entry.kind];
  const differences = differencesOf(t, entry);
  return (
    <article ref={place} className={`${styles.item} ${chosen ? styles.chosen : ''}`} data-testid="change" data-id={entry.id}>
      <Group gap="sm">
        <Badge tone={tone} icon={icon} label={t(`lifecycle.history.kind.${entry.kind}`)} />
        {(named || entry.kind === 'MOVED') && <Text size="sm">{entry.sentence}</Text>}
        <Text size="sm">{t('lifecycle.history.by', { name: entry.actor.name })}</Text>
        <Text size="sm" c="dimmed" component="span">
          <TimeText at={entry.at} />
        </Text>
        {entry.kind === 'CREATED' && (
          <Button size="compact-xs" variant="subtle" onClick={() => setOpened(!opened)}>
            {t(opened ? 'lifecycle.history.hideValues' : 'lifecycle.history.showValues')}
          </Button>
        )}
      </Group>
      {opened && differences.length > 0 && <DifferenceTable difference={differences} />}
      <Permissions label={t('lifecycle.history.bound')} items={entry.bound} />
      <Permissions label={t('lifecycle.history.unbound')} items={entry.unbound} />
      {entry.tasks.map((task) => (
        <Group key={task.id} gap="sm" mt={4}>
          <StatusBadge task={task} />
          <TextLink to="/log/$taskId" params={{ taskId: task.id }}>
            {t('lifecycle.history.task', { action: t(`synclog.action.${task.action}`), name: task.objectName, application: task.applicationName })}
          </TextLink>
        </Group>
      ))}
    </article>
  );
}

function Permissions({ label, items }: { label: string; items: PermissionItem[] }) {
  const { t } = useTranslation();
  if (items.length === 0) {
    return null;
  }
  return (
    <Text size="sm" mt={4} component="div">
      {label}:{' '}
      {items.map(({ permissionId, permission, application, endsAt }, index) => (
        <span key={permissionId}>
          {index > 0 && ', '}
          <b>{permission}</b> ({application}
          {endsAt && (
            <>
              , {t('accounts.ends')} <TimeText at={endsAt} />
            </>
          )}
          )
        </span>
      ))}
    </Text>
  );
}
