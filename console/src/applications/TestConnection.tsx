import { Alert, Button, Group } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { ErrorNotice } from '../ui/ErrorNotice';
import { bodyOf, type ApplicationForm } from './form';

/** Tries the settings as they stand in the editor; sealed secrets are used where none was typed. */
export function TestConnection({ form, applicationId }: { form: ApplicationForm; applicationId?: string }) {
  const { t } = useTranslation();
  const test = useMutation({
    mutationFn: (tried: ApplicationForm) => post<{ ok: boolean; message: string }>('/applications/test', { ...bodyOf(tried), id: applicationId }),
  });
  // What is shown belongs to what was tried, not to what was typed since.
  const current = test.variables === form;
  return (
    <>
      <Group mt="md">
        <Button variant="default" leftSection={<IconPlugConnected size={16} />} loading={test.isPending} onClick={() => test.mutate(form)}>
          {t('applications.test')}
        </Button>
      </Group>
      <ErrorNotice error={current ? test.error : null} />
      {test.data && current && (
        <Alert mt="sm" color={test.data.ok ? 'green' : 'red'} title={t(test.data.ok ? 'applications.testOk' : 'applications.testFailed')} role="status" data-testid="test-result">
          {test.data.message}
        </Alert>
      )}
    </>
  );
}
