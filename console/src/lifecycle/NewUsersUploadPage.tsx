import { Anchor, Button, FileInput, Group, List, Stack, Text } from '@mantine/core';
import { IconDownload, IconFileTypeCsv } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch } from '../api/bulk';
import { address, send } from '../api/client';
import { useChange } from '../api/one';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';

const RULES = ['action', 'rename', 'empty', 'references', 'follow'] as const;

/** First step of changing many users: the file. What the server read of it is looked at before anything is changed. */
export function NewUsersUploadPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const upload = useChange(
    ['/batches'],
    () => {
      const body = new FormData();
      body.append('file', file as File);
      return send<Batch>('/imports/users', { method: 'POST', body });
    },
    (batch) => void navigate({ to: '/imports/$batchId', params: { batchId: batch.id } }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    upload.mutate(undefined);
  };
  return (
    <Page title={t('lifecycle.upload.title')} subtitle={t('lifecycle.upload.hint')} above={<TextLink to="/users">{t('nav.users')}</TextLink>}>
      <form onSubmit={submit} style={{ maxWidth: 720 }}>
        <Section title={t('lifecycle.upload.section')}>
          <Stack gap="md">
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
              <Anchor size="sm" href={address('/imports/users/template')} download mt={6} display="inline-flex" style={{ gap: 4, alignItems: 'center' }}>
                <IconDownload size={14} /> {t('lifecycle.upload.template')}
              </Anchor>
            </div>
            <List size="sm" spacing={4}>
              {RULES.map((rule) => (
                <List.Item key={rule}>{t(`lifecycle.upload.rule.${rule}`)}</List.Item>
              ))}
            </List>
            <Text size="sm" c="dimmed">
              {t('lifecycle.upload.nothingYet')}
            </Text>
            <ErrorNotice error={upload.error} />
            <Group>
              <Button type="submit" disabled={!file} loading={upload.isPending}>
                {t('imports.upload')}
              </Button>
            </Group>
          </Stack>
        </Section>
      </form>
    </Page>
  );
}
