import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useChange } from '../api/one';
import { planRepair, type PlanRequest, type Repair } from '../api/repairs';
import { May } from '../rights/May';
import { ErrorNotice } from '../ui/ErrorNotice';
import { amount } from '../ui/format';
import { TimeText } from '../ui/TimeText';
import { failedOf } from './repairs';

/** Where a repair stands in a sentence, and what a person may do next. */
export function NextStep({ repair }: { repair: Repair }) {
  const { t } = useTranslation();
  switch (repair.status) {
    case 'PLANNING':
      return (
        <Alert color="blue" mb="md" icon={<Loader size={16} />}>
          {t('repairs.next.PLANNING')}
        </Alert>
      );
    case 'PLANNED':
      return (
        <Alert color="orange" title={t('repairs.next.plannedTitle')} mb="md" data-testid="planned">
          {t(repair.filter ? 'repairs.next.plannedFilter' : 'repairs.next.plannedSelection')} {t('repairs.next.until')} <TimeText at={repair.expiresAt} />
        </Alert>
      );
    case 'STOPPED':
    case 'FAILED':
      return (
        <Alert color="red" title={t(`repairs.status.${repair.status}.label`)} mb="md" data-testid="stopped">
          {repair.because} {repair.status === 'STOPPED' && t('repairs.next.STOPPED')}
        </Alert>
      );
    case 'EXPIRED':
      return (
        <Alert color="gray" title={t('repairs.status.EXPIRED.label')} mb="md">
          <Text size="sm">{t('repairs.next.EXPIRED')}</Text>
          {repair.filter && <PlanAnew body={{ action: repair.action, filter: repair.filter }} label={t('repairs.planAnew')} />}
        </Alert>
      );
    case 'DONE':
    case 'CANCELLED':
      return repair.counts.failedAgain > 0 ? <FailedAgain repair={repair} /> : null;
    case 'RUNNING':
    case 'PAUSED':
      return null;
  }
}

function FailedAgain({ repair }: { repair: Repair }) {
  const { t } = useTranslation();
  const { failedAgain } = repair.counts;
  return (
    <Alert color="orange" title={t('repairs.next.failedAgain', { count: failedAgain, number: amount(failedAgain) })} mb="md">
      <PlanAnew body={{ action: 'RETRY', filter: failedOf(repair) }} label={t('repairs.retryFailed')} />
    </Alert>
  );
}

function PlanAnew({ body, label }: { body: PlanRequest; label: string }) {
  const navigate = useNavigate();
  const plan = useChange(['/repairs'], planRepair, ({ id }) => void navigate({ to: '/repairs/$repairId', params: { repairId: id } }));
  return (
    <May right="BULK_REPAIR">
      <Group mt="xs">
        <Button size="xs" variant="light" loading={plan.isPending} onClick={() => plan.mutate(body)}>
          {label}
        </Button>
      </Group>
      <ErrorNotice error={plan.error} />
    </May>
  );
}
