import { Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessRequest } from '../api/access';
import { post } from '../api/client';
import { useChange } from '../api/one';
import { FormDialog } from '../ui/FormDialog';
import { list } from '../ui/format';
import { TimeText } from '../ui/TimeText';
import { DurationField, durationBody, type Duration } from './DurationField';

export interface Prolonged {
  accountId: string;
  permissionId: string | null;
  name: string;
  endsAt: string;
}

/** Asks for a later end. */
export function ProlongDialog({ what, onClose }: { what: Prolonged; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [duration, setDuration] = useState<Duration>({ way: 'days', days: 30 });
  const send = useChange(
    ['/portal/requests', '/portal/access'],
    () =>
      post<{ requests: AccessRequest[] }>('/portal/requests', {
        kind: 'PROLONG',
        items: [{ accountId: what.accountId, permissionId: what.permissionId }],
        reason,
        ...durationBody(duration),
      }),
    onClose,
    ({ requests }) => t('portal.sent', { count: requests.length, numbers: list(requests.map((request) => request.number)) }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate(undefined);
  };
  return (
    <FormDialog title={t('portal.prolongTitle', { name: what.name })} submitLabel={t('portal.send')} onClose={onClose} onSubmit={submit} busy={send.isPending} error={send.error} disabled={reason.trim() === ''}>
      <Text size="sm" component="div">
        {t('portal.endsNow')} <TimeText at={what.endsAt} as="local" />. {t('portal.prolongHint')}
      </Text>
      <DurationField value={duration} onChange={setDuration} open={false} most={null} />
      <Textarea label={t('common.reason')} required autosize minRows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </FormDialog>
  );
}
