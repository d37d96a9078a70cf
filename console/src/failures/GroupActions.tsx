import { Button, Group } from '@mantine/core';
import { IconCircleCheck, IconEyeCheck, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FailureGroup, GroupState } from '../api/failures';
import { May } from '../rights/May';
import { ButtonLink } from '../ui/links';
import { DecideDialog } from './DecideDialog';
import { RepairMenu } from './RepairMenu';

/** What a person can do now about a group. Nothing of it touches its tasks. */
export function GroupActions({ group }: { group: FailureGroup }) {
  const { t } = useTranslation();
  const [deciding, setDeciding] = useState<GroupState | null>(null);
  const { state } = group;
  return (
    <Group gap="xs">
      <ButtonLink to="/log" search={{ view: 'all', failureGroup: [group.id], status: ['FAILED'] }} variant="default">
        {t('failures.toTasks')}
      </ButtonLink>
      <May right="HANDLE_FAILURES">
        <Button variant="default" leftSection={<IconUserCheck size={16} />} onClick={() => setDeciding(state)}>
          {t('failures.own')}
        </Button>
        {(state === 'OPEN' || state === 'CAME_BACK') && (
          <Button variant="default" leftSection={<IconEyeCheck size={16} />} onClick={() => setDeciding('ACKNOWLEDGED')}>
            {t('failures.acknowledge')}
          </Button>
        )}
        {state !== 'RESOLVED' && (
          <Button variant="default" leftSection={<IconCircleCheck size={16} />} onClick={() => setDeciding('RESOLVED')}>
            {t('failures.resolve')}
          </Button>
        )}
        {(state === 'RESOLVED' || state === 'ACKNOWLEDGED') && (
          <Button variant="default" onClick={() => setDeciding('OPEN')}>
            {t('failures.reopen')}
          </Button>
        )}
      </May>
      <May right="BULK_REPAIR">{group.tasks > 0 && <RepairMenu group={group} />}</May>
      {deciding && <DecideDialog group={group} state={deciding} onClose={() => setDeciding(null)} />}
    </Group>
  );
}
