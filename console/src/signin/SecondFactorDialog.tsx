import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { Dialog } from '../ui/Dialog';
import { OwnPasswordForm } from './OwnPasswordForm';
import { RecoveryCodes } from './RecoveryCodes';
import { SecondFactorSetup } from './SecondFactorSetup';

export type SecondFactorAct = 'setUp' | 'codes' | 'remove';

const TITLES: Record<SecondFactorAct, string> = { setUp: 'signin.setUpTitle', codes: 'signin.newCodesTitle', remove: 'signin.removeTitle' };

export function SecondFactorDialog({ act, onClose }: { act: SecondFactorAct; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t(TITLES[act])} onClose={onClose}>
      {act === 'setUp' && <SecondFactorSetup onDone={onClose} />}
      {act === 'codes' && <NewCodes onDone={onClose} />}
      {act === 'remove' && (
        <Stack gap="sm">
          <Text size="sm">{t('signin.removeMeaning')}</Text>
          <OwnPasswordForm color="red" submitLabel={t('common.remove')} send={(password) => post('/session/second-factor/removal', { password })} onDone={onClose} />
        </Stack>
      )}
    </Dialog>
  );
}

function NewCodes({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<string[] | null>(null);
  return codes ? (
    <RecoveryCodes codes={codes} onDone={onDone} />
  ) : (
    <Stack gap="sm">
      <Text size="sm">{t('signin.newCodesMeaning')}</Text>
      <OwnPasswordForm
        submitLabel={t('signin.newCodes')}
        send={(password) => post<{ recoveryCodes: string[] }>('/session/second-factor/recovery-codes', { password })}
        onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
      />
    </Stack>
  );
}
