import { List, Text } from '@mantine/core';
import { IconArrowRight, IconBan, IconCircleCheck, IconTrash, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get, post, remove } from '../api/client';
import type { User, UserStatus } from '../api/directory';
import { useChange } from '../api/one';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { ScrollBox } from '../ui/ScrollBox';

export type StatusAct = 'enable' | 'disable' | 'delete';

interface Consequence {
  accountId: string;
  action: 'ENABLE' | 'DISABLE' | 'DELETE' | null;
  sentence: string;
}

const STATUS: Record<StatusAct, UserStatus> = { enable: 'ENABLED', disable: 'DISABLED', delete: 'DELETED' };
const ICONS: Record<'ENABLE' | 'DISABLE' | 'DELETE', [Icon, string]> = {
  ENABLE: [IconCircleCheck, 'green'],
  DISABLE: [IconBan, 'orange'],
  DELETE: [IconTrash, 'red'],
};

interface StatusDialogProps {
  user: User;
  act: StatusAct;
  onClose: () => void;
}

/** Asks before a user is enabled, disabled or deleted, and says what the global policy will do to which accounts. */
export function StatusDialog({ user, act, onClose }: StatusDialogProps) {
  const { t } = useTranslation();
  const foreseen = useQuery({
    queryKey: ['/users', 'consequences', user.id, act],
    queryFn: ({ signal }) => get<{ items: Consequence[] }>(`/users/${user.id}/consequences`, { status: STATUS[act] }, signal),
  });
  const change = useChange(
    ['/users', `/users/${user.id}/changes`, '/accounts', '/tasks'],
    async () => {
      await (act === 'delete' ? remove(`/users/${user.id}`, user.version) : post(`/users/${user.id}/${act}`));
    },
    onClose,
    () => t(`users.${act}Done`, { name: user.userName }),
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      destructive={act !== 'enable'}
      size="lg"
      title={t(`users.${act}Title`, { name: user.displayName || user.userName })}
      confirmLabel={t(act === 'delete' ? 'common.delete' : `users.${act}`)}
      disabled={!foreseen.data}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(undefined)}
    >
      <Text size="sm">{t(`users.${act}Meaning`)}</Text>
      <ErrorNotice error={foreseen.error} onRetry={() => void foreseen.refetch()} />
      {foreseen.data && <Consequences items={foreseen.data.items} />}
    </ConfirmDialog>
  );
}

function Consequences({ items }: { items: Consequence[] }) {
  const { t } = useTranslation();
  if (items.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('lifecycle.consequences.noAccounts')}
      </Text>
    );
  }
  return (
    <div data-testid="consequences">
      <Text size="sm" fw={500} mb={4}>
        {t('lifecycle.consequences.title')}
      </Text>
      <ScrollBox style={{ maxHeight: 260 }}>
        <List size="sm" spacing={4} center>
          {items.map(({ accountId, action, sentence }) => {
            const [Shown, colour] = action ? ICONS[action] : ([IconArrowRight, 'gray'] as const);
            return (
              <List.Item key={accountId} icon={<Shown size={15} color={`var(--mantine-color-${colour}-6)`} aria-hidden />}>
                {sentence}
              </List.Item>
            );
          })}
        </List>
      </ScrollBox>
    </div>
  );
}
