import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { PATHS, type Rule } from '../api/notifications';
import { useChange } from '../api/one';
import { FormDialog } from '../ui/FormDialog';
import { lasting } from './words';

const LENGTHS = [60, 240, 1440, 7 * 1440];

/** Keeps a rule silent for a while. */
export function MuteDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const { t } = useTranslation();
  const [minutes, setMinutes] = useState(String(LENGTHS[0]));
  const [reason, setReason] = useState('');
  const mute = useChange(
    [PATHS.rules],
    () => post<Rule>(`${PATHS.rules}/${rule.id}/mute`, { until: new Date(Date.now() + Number(minutes) * 60_000).toISOString(), reason: reason.trim() || null }),
    onClose,
  );
  return (
    <FormDialog
      title={t('notifications.muteTitle', { name: rule.name })}
      submitLabel={t('notifications.mute')}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        mute.mutate(undefined);
      }}
      busy={mute.isPending}
      error={mute.error}
    >
      <Select
        label={t('notifications.muteFor')}
        description={t('notifications.muteHelp')}
        allowDeselect={false}
        data={LENGTHS.map((length) => ({ value: String(length), label: lasting(t, length) }))}
        value={minutes}
        onChange={(value) => value && setMinutes(value)}
      />
      <TextInput label={t('common.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </FormDialog>
  );
}
