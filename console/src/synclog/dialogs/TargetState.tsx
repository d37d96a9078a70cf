import { Alert, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle, type Icon } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RemoteState } from '../../api/directory';
import type { TaskDetail } from '../../api/tasks';
import { shownValue } from '../values';
import { agrees } from './agrees';

/** By whether it is as the person is about to say. */
const look = (fits: boolean | undefined): [color: string, icon: Icon] =>
  fits === undefined ? ['gray', IconHelpCircle] : fits ? ['teal', IconCircleCheck] : ['orange', IconAlertTriangle];

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
  const fits = agrees(task.action, { state, enabled: data?.enabled });
  const [color, Icon] = look(fits);
  const message = data?.message ?? (error ? error.message : undefined);
  const attributes = Object.entries(data?.attributes ?? {}).slice(0, FEW);
  return (
    <Alert color={color} icon={<Icon />} title={t(`synclog.target.${state}`, { application })} role="status" data-testid="target-state" data-state={state}>
      {fits === false && <div>{t(`record.contradicts.${task.action}`)}</div>}
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
