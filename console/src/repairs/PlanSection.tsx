import { Alert, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Repair, RepairCause } from '../api/repairs';
import type { Column } from '../ui/DataTable';
import { amount } from '../ui/format';
import { TextLink } from '../ui/links';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { finalDeletions, keptAccess } from './repairs';

/** What a repair is about, by application and cause; what is final; and what is left out and why. */
export function PlanSection({ repair }: { repair: Repair }) {
  const { t } = useTranslation();
  const causes = repair.plan?.causes ?? [];
  const columns: Column<RepairCause>[] = [
    { id: 'tasks', header: t('repairs.tasks'), width: '90px', cell: (cause) => <b>{amount(cause.tasks)}</b> },
    { id: 'application', header: t('applications.one'), width: '1fr', cell: (cause) => <Application cause={cause} /> },
    { id: 'action', header: t('synclog.column.action'), width: '1fr', cell: (cause) => t(`synclog.doing.${cause.action}`) },
    { id: 'object', header: t('synclog.column.objectType'), width: '1fr', cell: (cause) => t(`synclog.objectType.${cause.objectType}`) },
    { id: 'kind', header: t('repairs.failure'), width: '1fr', cell: (cause) => cause.failureKind && t(`synclog.failureKind.${cause.failureKind}`) },
    { id: 'message', header: t('repairs.message'), width: '3fr', cell: (cause) => <Message cause={cause} /> },
  ];
  return (
    <Section title={t('repairs.about')} testId="plan">
      <Final repair={repair} />
      {causes.length > 0 ? (
        <PlainTable rows={causes} columns={columns} rowId={(cause) => String(causes.indexOf(cause))} />
      ) : (
        <Text size="sm" c="dimmed">
          {t(`repairs.nothing.${repair.action}`)}
        </Text>
      )}
      <LeftOut repair={repair} />
    </Section>
  );
}

/** What cannot be taken back stands first. */
function Final({ repair }: { repair: Repair }) {
  const { t } = useTranslation();
  const deletions = finalDeletions(repair);
  const kept = keptAccess(repair);
  return (
    <>
      {deletions > 0 && (
        <Alert color="red" icon={<IconAlertTriangle />} mb="md" data-testid="final">
          {t('repairs.finalDeletions', { count: deletions, number: amount(deletions) })}
        </Alert>
      )}
      {kept > 0 && (
        <Alert color="orange" icon={<IconAlertTriangle />} mb="md">
          {t('repairs.keptAccess', { count: kept, number: amount(kept) })}
        </Alert>
      )}
    </>
  );
}

function LeftOut({ repair }: { repair: Repair }) {
  const { t } = useTranslation();
  if (repair.leftOut === 0) {
    return null;
  }
  return (
    <div data-testid="left-out">
      <Text size="sm" fw={550} mt="md">
        {t('repairs.leftOut', { count: repair.leftOut, number: amount(repair.leftOut) })}
      </Text>
      <List size="sm">
        {repair.plan?.leftOut.map(({ why, tasks }) => (
          <List.Item key={why}>
            <Group gap={6} component="span">
              <b>{amount(tasks)}</b> {t(`repairs.why.${why}`)}
            </Group>
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function Application({ cause }: { cause: RepairCause }) {
  return (
    <TextLink to="/applications/$applicationId" params={{ applicationId: cause.applicationId }}>
      {cause.applicationName}
    </TextLink>
  );
}

function Message({ cause }: { cause: RepairCause }) {
  const { t } = useTranslation();
  return (
    <Text span size="sm" c={cause.various ? 'dimmed' : undefined} style={{ overflowWrap: 'anywhere' }}>
      {cause.various ? t('repairs.various') : cause.message}
    </Text>
  );
}
