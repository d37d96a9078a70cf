import { Alert, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConfirmPreview } from '../../api/tasks';

/** Every consequence of a confirmation; what cannot be undone stands apart. */
export function FollowUps({ preview }: { preview: ConfirmPreview }) {
  const { t } = useTranslation();
  const gentle = preview.followUps.filter((followUp) => !followUp.destructive);
  const destructive = preview.followUps.filter((followUp) => followUp.destructive);
  return (
    <Stack gap="xs" data-testid="follow-ups">
      {destructive.length > 0 && (
        <Alert color="red" icon={<IconAlertTriangle />} title={t('synclog.confirm.destructive')} role="group">
          <Sentences of={destructive} />
        </Alert>
      )}
      {gentle.length > 0 && (
        <div>
          <Text size="sm" fw={550}>
            {t('synclog.confirm.followUps')}
          </Text>
          <Sentences of={gentle} />
        </div>
      )}
    </Stack>
  );
}

function Sentences({ of }: { of: ConfirmPreview['followUps'] }) {
  return (
    <List size="sm">
      {of.map(({ sentence }) => (
        <List.Item key={sentence}>{sentence}</List.Item>
      ))}
    </List>
  );
}
