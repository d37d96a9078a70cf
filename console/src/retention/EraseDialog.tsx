import { Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get, post } from '../api/client';
import { useChange } from '../api/one';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErasurePreview } from './ErasurePreview';
import { PersonSelect } from './PersonSelect';
import { confirmationOf, type Erasure, type ErasurePlan, ERASURES, obstacles, PLAN } from './retention';

/** Erases one person: whom, what of that person, why, and the name typed. What forbids it is said instead of the last two. */
export function EraseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [userId, setUserId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const { data: plan, error } = useQuery({
    queryKey: [PLAN, userId],
    queryFn: ({ signal }) => get<ErasurePlan>(PLAN, { userId }, signal),
    enabled: userId !== null,
    staleTime: 0,
  });
  const free = plan !== undefined && obstacles(plan).length === 0;
  const erase = useChange(
    [ERASURES, PLAN],
    () => post<Erasure>(ERASURES, { userId, reason: reason.trim(), confirmation: typed }),
    onClose,
    () => t('retention.begun'),
  );
  const choose = (id: string | null) => {
    setUserId(id);
    setTyped('');
    erase.reset();
  };
  return (
    <ConfirmDialog
      opened
      destructive
      size="lg"
      onClose={onClose}
      title={t('retention.eraseTitle')}
      confirmLabel={t('retention.eraseForGood')}
      disabled={!free || !reason.trim() || typed !== confirmationOf(plan)}
      busy={erase.isPending}
      error={error ?? erase.error}
      onConfirm={() => erase.mutate(undefined)}
    >
      <Text size="sm">{t('retention.eraseMeaning')}</Text>
      <PersonSelect required value={userId} onChange={choose} />
      {plan && <ErasurePreview plan={plan} />}
      {free && (
        <>
          <Textarea
            label={t('common.reason')}
            description={t('retention.eraseReasonHelp')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <TextInput
            label={t('retention.typeName', { name: confirmationOf(plan) })}
            required
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </>
      )}
    </ConfirmDialog>
  );
}
