import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get, post, remove } from '../api/client';
import type { User } from '../api/directory';
import { useChange } from '../api/one';
import { Dialog } from '../ui/Dialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { SecretOnce } from '../ui/Secret';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';

interface PortalAccess {
  invited: boolean;
  mustChangePassword: boolean;
  expiresAt: string | null;
  /** Until when wrong passwords keep the user out; null when they do not. */
  lockedUntil: string | null;
}

interface Invitation {
  userName: string;
  oneTimePassword: string;
  expiresAt: string;
}

/** Whether a user can sign in to the portal, and the invitation to it. */
export function PortalInvitation({ user }: { user: User }) {
  const { t } = useTranslation();
  const path = `/users/${user.id}/portal-invitation`;
  const { data: access, error } = useQuery({ queryKey: [path], queryFn: ({ signal }) => get<PortalAccess>(path, {}, signal) });
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const invite = useChange([path], () => post<Invitation>(path), setInvitation);
  const unlock = useChange([path], () => remove(`${path}/lock`));
  const withdraw = useChange([path], () => remove(path));
  if (user.status === 'DELETED') {
    return null;
  }
  return (
    <Section title={t('users.portal.title')}>
      <ErrorNotice error={error ?? invite.error ?? withdraw.error ?? unlock.error} />
      <Group gap="md">
        <Text size="sm" style={{ flex: 1 }} component="div">
          {access && (access.invited ? (access.mustChangePassword ? t('users.portal.pending') : t('users.portal.yes')) : t('users.portal.no'))}{' '}
          {access?.expiresAt && <TimeText at={access.expiresAt} />}
          {access?.lockedUntil && (
            <Text size="sm" c="red">
              {t('users.portal.locked')} <TimeText at={access.lockedUntil} />
            </Text>
          )}
        </Text>
        {access?.lockedUntil && (
          <Button variant="default" size="xs" loading={unlock.isPending} onClick={() => unlock.mutate(undefined)}>
            {t('users.portal.unlock')}
          </Button>
        )}
        {access?.invited && (
          <Button variant="subtle" color="red" size="xs" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
            {t('users.portal.withdraw')}
          </Button>
        )}
        <Button variant="default" size="xs" leftSection={<IconDoorEnter size={15} />} disabled={user.status !== 'ENABLED'} loading={invite.isPending} onClick={() => invite.mutate(undefined)}>
          {t(access?.invited ? 'users.portal.inviteAgain' : 'users.portal.invite')}
        </Button>
      </Group>
      {invitation && (
        <Dialog onClose={() => setInvitation(null)} title={t('users.portal.invited', { name: user.displayName })}>
          <Stack gap="sm">
            <Text size="sm">{t('users.portal.handOver', { userName: invitation.userName })}</Text>
            <SecretOnce title={t('users.portal.oneTimePassword')} value={invitation.oneTimePassword} />
            <Button onClick={() => setInvitation(null)}>{t('common.close')}</Button>
          </Stack>
        </Dialog>
      )}
    </Section>
  );
}
