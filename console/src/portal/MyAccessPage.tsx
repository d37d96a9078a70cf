import { Button, Group } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountAccess } from '../api/access';
import { get } from '../api/client';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { ButtonLink } from '../ui/links';
import { Page } from '../ui/Page';
import { AccountCard } from './AccountCard';
import { ProlongDialog, type Prolonged } from './ProlongDialog';
import { ReleaseDialog } from './ReleaseDialog';
import { EMPTY, count, type Selection } from './selection';
import { Reminders } from './Reminders';

/** What I have, why, and until when; what I choose I can give back. */
export function MyAccessPage() {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['/portal/access'],
    queryFn: ({ signal }) => get<{ accounts: AccountAccess[] }>('/portal/access', {}, signal),
    refetchInterval: 5_000,
  });
  const [selection, setSelection] = useState<Selection>(EMPTY);
  const [releasing, setReleasing] = useState(false);
  const [prolonged, setProlonged] = useState<Prolonged | null>(null);
  const accounts = data?.accounts ?? [];
  const actions = (
    <Group gap="xs">
      <Button variant="default" leftSection={<IconLockOpen size={16} />} disabled={count(selection) === 0} onClick={() => setReleasing(true)}>
        {t('portal.release', { count: count(selection) })}
      </Button>
      <ButtonLink to="/portal/request">{t('portal.nav.request')}</ButtonLink>
    </Group>
  );
  return (
    <Page title={t('portal.nav.access')} subtitle={t('portal.accessHint')} actions={actions}>
      <ErrorNotice error={error} />
      <Reminders onProlong={setProlonged} />
      {data && accounts.length === 0 && <EmptyState title={t('portal.nothingHeld')} hint={t('portal.nothingHeldHint')} action={<ButtonLink to="/portal/request">{t('portal.nav.request')}</ButtonLink>} />}
      {accounts.map((account) => (
        <AccountCard key={account.accountId} account={account} selection={selection} onSelect={setSelection} onProlong={setProlonged} />
      ))}
      {releasing && (
        <ReleaseDialog
          accounts={accounts}
          selection={selection}
          onClose={() => setReleasing(false)}
          onDone={() => {
            setReleasing(false);
            setSelection(EMPTY);
          }}
        />
      )}
      {prolonged && <ProlongDialog what={prolonged} onClose={() => setProlonged(null)} />}
    </Page>
  );
}
