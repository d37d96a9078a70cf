import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useChange } from '../api/one';
import type { Repair } from '../api/repairs';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { amount } from '../ui/format';
import { isSound, orderOf, OrderFields, perMinuteOf, USUAL } from './OrderFields';

/** Goes on after a pause or a stop, at another rate if need be. */
export function ResumeDialog({ repair, onClose }: { repair: Repair; onClose: () => void }) {
  const { t } = useTranslation();
  const [order, setOrder] = useState(orderOf(repair.perMinute ?? perMinuteOf(USUAL), repair.stopAfter));
  const failures = repair.counts.failedAgain + repair.counts.refused;
  const resume = useChange(
    ['/repairs', `/repairs/${repair.id}/tasks`, '/tasks'],
    () => post(`/repairs/${repair.id}/resume`, { perMinute: perMinuteOf(order), stopAfter: order.stopAfter ?? undefined }),
    onClose,
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      size="lg"
      title={t('repairs.resumeTitle', { count: repair.counts.waiting, number: amount(repair.counts.waiting) })}
      confirmLabel={t('repairs.resume')}
      disabled={!isSound(order)}
      busy={resume.isPending}
      error={resume.error}
      onConfirm={() => resume.mutate(undefined)}
    >
      {failures > 0 && <Text size="sm">{t('repairs.failuresAccepted', { count: failures, number: amount(failures) })}</Text>}
      <OrderFields order={order} tasks={repair.counts.waiting} retry={repair.action === 'RETRY'} onChange={setOrder} />
    </ConfirmDialog>
  );
}
