import { Alert, Loader, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconHelpCircle, type Icon } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RemoteState } from '../../api/directory';
import type { TaskDetail } from '../../api/tasks';
import { shownValue } from '../values';

const LOOKS: Record<RemoteState['state'], { color: string; icon: Icon }> = {
  FOUND: { color: 'blue', icon: IconCircleCheck },
  GONE: { color: 'teal', icon: IconCircleX },
  UNKNOWN: { color: 'gray', icon: IconHelpCircle },
};

/** Attributes shown of what the application has. */
const FEW = 8;

interface TargetStateProps {
  task: TaskDetail;
  target: UseQueryResult<RemoteState>;
}

/** What the application says now of the object: still there, gone, or it cannot tell. */
export function TargetState({ task, target: { data, error, isPending } }: TargetStateProps) {
  const { t } = useTranslation();
  const application = task.application.name;
  if (isPending) {
    return (
      <Text size="sm" c="dimmed" role="status">
        <Loader size={12} mr={8} />
        {t('synclog.target.asking', { application })}
      </Text>
    );
  }
  const state = data?.state ?? 'UNKNOWN';
  const { color, icon: Icon } = LOOKS[state];
  const message = data?.message ?? (error ? error.message : undefined);
  const attributes = Object.entries(data?.attributes ?? {}).slice(0, FEW);
  return (
    <Alert color={color} icon={<Icon />} title={t(`synclog.target.${state}`, { application })} role="status" data-testid="target-state" data-state={state}>
      {message}
      {data?.enabled === false && <div>{t('synclog.target.disabled')}</div>}
      {attributes.map(([name, value]) => (
        <Text key={name} size="xs">
          {name}: {shownValue(value)}
        </Text>
      ))}
    </Alert>
  );
}
