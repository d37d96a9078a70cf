import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FailureGroup } from '../api/failures';
import { useChange } from '../api/one';
import { planRepair, REPAIR_ACTIONS, type RepairAction } from '../api/repairs';
import { useMay } from '../rights/rights';
import { notify } from '../ui/notify';

/** Repairs all that stand failed for this cause: leads to a plan, which changes nothing until it is run. */
export function RepairMenu({ group }: { group: FailureGroup }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const plan = useChange(
    ['/repairs'],
    (action: RepairAction) => planRepair({ action, filter: { failureGroup: [group.id], status: ['FAILED'] } }),
    ({ id }) => void navigate({ to: '/repairs/$repairId', params: { repairId: id } }),
  );
  const choose = (action: RepairAction) => plan.mutate(action, { onError: notify.failed });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button loading={plan.isPending} rightSection={<IconChevronDown size={15} />} data-testid="repair">
          {t('failures.repair')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {REPAIR_ACTIONS.filter(may).map((action) => (
          <Menu.Item key={action} onClick={() => choose(action)}>
            {t(`failures.repairs.${action}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
