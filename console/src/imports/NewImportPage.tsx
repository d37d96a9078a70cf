import { Anchor, Button, FileInput, Group, Radio, Stack, Switch, Text } from '@mantine/core';
import { IconDownload, IconFileTypeCsv } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch } from '../api/bulk';
import { address, send } from '../api/client';
import { useChange } from '../api/one';
import { ApplicationSelect } from '../applications/ApplicationSelect';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';

/** First step of an import: what, whereto and how. What the server read of it is looked at before anything runs. */
export function NewImportPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/imports/new' });
  const navigate = useNavigate();
  const [applicationId, setApplicationId] = useState<string | null>(search.application ?? null);
  const [file, setFile] = useState<File | null>(null);
  const [existing, setExisting] = useState('SKIP');
  const [createUsers, setCreateUsers] = useState(true);
  const upload = useChange(
    ['/batches'],
    () => {
      const body = new FormData();
      body.append('file', file as File);
      body.append('applicationId', applicationId as string);
      body.append('options', JSON.stringify({ existing, createUsers }));
      return send<Batch>('/imports', { method: 'POST', body });
    },
    (batch) => void navigate({ to: '/imports/$batchId', params: { batchId: batch.id } }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    upload.mutate(undefined);
  };
  return (
    <Page title={t('imports.new')} subtitle={t('imports.newHint')} above={<TextLink to="/imports">{t('nav.imports')}</TextLink>}>
      <form onSubmit={submit} style={{ maxWidth: 720 }}>
        <Section title={t('imports.what')}>
          <Stack gap="md">
            <ApplicationSelect required value={applicationId} onChange={setApplicationId} />
            <div>
              <FileInput
                label={t('imports.file')}
                description={t('imports.fileHelp')}
                placeholder={t('imports.chooseFile')}
                required
                accept=".csv,text/csv"
                leftSection={<IconFileTypeCsv size={16} />}
                clearable
                value={file}
                onChange={setFile}
              />
              {applicationId && (
                <Anchor size="sm" href={address('/imports/template', { applicationId })} download mt={6} display="inline-flex" style={{ gap: 4, alignItems: 'center' }}>
                  <IconDownload size={14} /> {t('imports.template')}
                </Anchor>
              )}
            </div>
            <Radio.Group label={t('imports.existing')} value={existing} onChange={setExisting}>
              <Group mt={6}>
                <Radio value="SKIP" label={t('imports.existingSkip')} />
                <Radio value="UPDATE" label={t('imports.existingUpdate')} />
              </Group>
            </Radio.Group>
            <Switch label={t('imports.createUsers')} description={t('imports.createUsersHelp')} checked={createUsers} onChange={(event) => setCreateUsers(event.currentTarget.checked)} />
            <Text size="sm" c="dimmed">
              {t('imports.nothingYet')}
            </Text>
            <ErrorNotice error={upload.error} />
            <Group>
              <Button type="submit" disabled={!file || !applicationId} loading={upload.isPending}>
                {t('imports.upload')}
              </Button>
            </Group>
          </Stack>
        </Section>
      </form>
    </Page>
  );
}
