import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { remove } from '../api/client';
import { useChange } from '../api/one';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { GivenUp } from './GivenUp';
import { OWN_PERIODS, type OwnPeriod, type Period, shortened } from './retention';

/** An application keeps things as long as the rest again. */
export function AsTheRestDialog({ own, name, everywhere, onClose }: { own: OwnPeriod; name: string; everywhere: Period; onClose: () => void }) {
  const { t } = useTranslation();
  const [agreed, setAgreed] = useState(false);
  const end = useChange([OWN_PERIODS], () => remove(`/applications/${own.applicationId}/retention-periods`), onClose);
  const shorter = shortened(own, everywhere).length > 0;
  return (
    <ConfirmDialog
      opened
      destructive={shorter}
      onClose={onClose}
      title={t('retention.asTheRestTitle', { name })}
      confirmLabel={t('retention.asTheRest')}
      disabled={shorter && !agreed}
      busy={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate(undefined)}
    >
      <Text size="sm">{t('retention.asTheRestMeaning')}</Text>
      <GivenUp before={own} after={everywhere} agreed={agreed} onAgree={setAgreed} />
    </ConfirmDialog>
  );
}
