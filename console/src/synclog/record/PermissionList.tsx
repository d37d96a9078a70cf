import { Group, Stack, Text } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PermissionRef } from '../../api/tasks';
import styles from './Record.module.css';

interface PermissionListProps {
  bound: PermissionRef[];
  unbound: PermissionRef[];
  /** Whether it is asked for, or has been done. */
  wanted?: boolean;
}

/** Permissions bound in green and unbound in red, each with its sign and its word. */
export function PermissionList({ bound, unbound, wanted = false }: PermissionListProps) {
  const { t } = useTranslation();
  if (bound.length + unbound.length === 0) {
    return <Text size="sm">{t('synclog.record.noPermissions')}</Text>;
  }
  return (
    <Stack gap={6}>
      {bound.map((permission) => (
        <Line key={permission.id} permission={permission} kind="added" word={t(wanted ? 'synclog.record.bind' : 'synclog.record.bound')} />
      ))}
      {unbound.map((permission) => (
        <Line key={permission.id} permission={permission} kind="removed" word={t(wanted ? 'synclog.record.unbind' : 'synclog.record.unbound')} />
      ))}
    </Stack>
  );
}

function Line({ permission, kind, word }: { permission: PermissionRef; kind: 'added' | 'removed'; word: string }) {
  const { t } = useTranslation();
  const Icon = kind === 'added' ? IconPlus : IconMinus;
  return (
    <Group gap={8} wrap="nowrap" data-testid={`permission-${kind}`}>
      <span className={styles[kind]} style={{ display: 'inline-flex', alignItems: 'center', gap: 4, fontSize: 12 }}>
        <Icon size={12} aria-hidden /> {word}
      </span>
      <Text size="sm" span>
        {t(`permissions.kind.${permission.kind}`, { defaultValue: permission.kind })} <b>{permission.name}</b>{' '}
        <span className={styles.mono}>{permission.value}</span>
      </Text>
    </Group>
  );
}
