import { Alert, Loader, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconHelpCircle, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/client';
import type { RemoteState } from '../../api/directory';
import { shownValue } from '../values';

const LOOKS: Record<RemoteState['state'], { color: string; icon: Icon }> = {
  FOUND: { color: 'blue', icon: IconCircleCheck },
  GONE: { color: 'teal', icon: IconCircleX },
  UNKNOWN: { color: 'gray', icon: IconHelpCircle },
};

/** What the application says now about the account: there, gone, or it cannot tell. */
export function TargetState({ accountId, application }: { accountId: string; application: string }) {
  const { t } = useTranslation();
  const { data, error, isPending } = useQuery({
    queryKey: ['/accounts', 'remote', accountId],
    queryFn: ({ signal }) => get<RemoteState>(`/accounts/${accountId}/remote`, {}, signal),
    gcTime: 0,
    retry: false,
  });
  if (isPending) {
    return (
      <Text size="sm" c="dimmed">
        <Loader size={12} mr={8} />
        {t('synclog.target.asking', { application })}
      </Text>
    );
  }
  const state = data?.state ?? 'UNKNOWN';
  const { color, icon: Icon } = LOOKS[state];
  const message = data?.message ?? (error ? error.message : undefined);
  const attributes = Object.entries(data?.attributes ?? {}).slice(0, 8);
  return (
    <Alert color={color} icon={<Icon />} title={t(`synclog.target.${state}`, { application })} data-testid="target-state">
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
