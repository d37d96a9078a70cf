import { Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { Batch } from '../api/bulk';
import { useChange } from '../api/one';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { amount } from '../ui/format';
import { goodRows } from './batches';

/** Begins the import; bad rows are left out only when that is said. */
export function RunDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const { t } = useTranslation();
  const [goodRowsOnly, setGoodRowsOnly] = useState(false);
  const run = useChange(['/batches', `/batches/${batch.id}/rows`, '/tasks'], () => post(`/batches/${batch.id}/run`, { goodRowsOnly }), onClose);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(batch.kind === 'USERS' ? 'lifecycle.upload.runTitle' : 'imports.runTitle', { count: goodRows(batch), number: amount(goodRows(batch)), application: batch.applicationName })}
      confirmLabel={t('imports.run')}
      disabled={batch.bad > 0 && !goodRowsOnly}
      busy={run.isPending}
      error={run.error}
      onConfirm={() => run.mutate(undefined)}
    >
      <Text size="sm">{t(batch.kind === 'USERS' ? 'lifecycle.upload.runMeaning' : 'imports.runMeaning')}</Text>
      {batch.bad > 0 && <Checkbox label={t('imports.goodRowsOnly', { count: batch.bad })} checked={goodRowsOnly} onChange={(event) => setGoodRowsOnly(event.currentTarget.checked)} />}
    </ConfirmDialog>
  );
}
