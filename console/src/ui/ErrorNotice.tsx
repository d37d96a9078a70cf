import { Alert, Button, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';

interface ErrorNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

/** Says what was refused and what to change; names the fields. Nothing when there is no error. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const { t } = useTranslation();
  if (!error) {
    return null;
  }
  const problem = asProblem(error);
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={problem.title} role="alert" data-testid="error" my="sm">
      {problem.message}
      {problem.errors.length > 0 && (
        <List size="sm" mt={6}>
          {problem.errors.map(({ field, message }) => (
            <List.Item key={field + message}>
              <b>{field}</b>: {message}
            </List.Item>
          ))}
        </List>
      )}
      {onRetry && (
        <Button variant="light" color="red" size="xs" mt="xs" display="block" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      )}
    </Alert>
  );
}
