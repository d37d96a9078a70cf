import { Alert, Button, List, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { send } from '../api/client';
import { PATHS, type Line, type RuleBody } from '../api/notifications';
import { ErrorNotice } from '../ui/ErrorNotice';
import { PathLink } from './PathLink';

/** What the rule would say now, as it stands in the form. */
export function RulePreview({ body }: { body: RuleBody }) {
  const { t, i18n } = useTranslation();
  const preview = useMutation({
    mutationFn: (rule: RuleBody) => send<{ alerts: Line[] }>(`${PATHS.rules}/preview`, { method: 'POST', body: rule, query: { language: i18n.language } }),
  });
  const shown = preview.data?.alerts;
  // What is shown belongs to what was asked; a changed form is asked anew.
  const current = preview.variables === body;
  return (
    <div data-testid="preview">
      <Button variant="default" leftSection={<IconEye size={16} />} loading={preview.isPending} onClick={() => preview.mutate(body)}>
        {t('notifications.preview')}
      </Button>
      <ErrorNotice error={preview.error} />
      {shown && current && (
        <Alert mt="sm" color={shown.length > 0 ? 'orange' : 'teal'} title={t('notifications.wouldSay', { count: shown.length })} role="status">
          {shown.length === 0 ? (
            <Text size="sm">{t('notifications.wouldSayNothing')}</Text>
          ) : (
            <List size="sm" spacing={6}>
              {shown.map((line, index) => (
                <List.Item key={index}>
                  <PathLink path={line.path}>{line.title}</PathLink>
                  <Text size="xs" c="dimmed">
                    {line.summary.join(' ')}
                  </Text>
                </List.Item>
              ))}
            </List>
          )}
        </Alert>
      )}
    </div>
  );
}
