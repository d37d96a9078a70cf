import { Group, Text } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../api/tasks';
import { permissionsOf, type PermissionEvidence } from './evidence';
import styles from './Record.module.css';

/** The permissions that were to be bound and unbound, and what became of each: bound green, unbound red, refused with the target's reason. */
export function PermissionTable({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const permissions = permissionsOf(task);
  if (permissions.length === 0) {
    return null;
  }
  return (
    <table className={styles.table} style={{ marginTop: 14 }} data-testid="permissions">
      <thead>
        <tr>
          <th style={{ width: 130 }}>{t('record.permission.change')}</th>
          <th>{t('record.permission.permission')}</th>
          <th>{t('record.permission.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {permissions.map((one) => (
          <Line key={`${one.bind}${one.permission.id}`} evidence={one} confirmed={task.status === 'CONFIRMED'} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ evidence: { permission, bind, outcome, reason }, confirmed }: { evidence: PermissionEvidence; confirmed: boolean }) {
  const { t } = useTranslation();
  const Icon = bind ? IconPlus : IconMinus;
  return (
    <tr data-outcome={outcome}>
      <td>
        <Group gap={4} wrap="nowrap" display="inline-flex" className={bind ? styles.added : styles.removed} fz={12}>
          <Icon size={12} aria-hidden /> {t(bind ? 'synclog.record.bind' : 'synclog.record.unbind')}
        </Group>
      </td>
      <td>
        {t(`permissions.kind.${permission.kind}`, { defaultValue: permission.kind })} <b style={{ fontWeight: 550 }}>{permission.name}</b>{' '}
        <Text span className={styles.mono} c="dimmed">
          {permission.value}
        </Text>
      </td>
      <td>
        {t(confirmed ? 'record.permission.CONFIRMED' : `record.permission.${outcome}`)}
        {reason && `: ${reason}`}
      </td>
    </tr>
  );
}
