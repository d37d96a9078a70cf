import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../api/directory';
import { oneQuery } from '../api/one';
import { May } from '../rights/May';
import { TasksOf } from '../synclog/TasksOf';
import { isMasked, shownValue } from '../synclog/values';
import { ErrorNotice } from '../ui/ErrorNotice';
import { later } from '../ui/later';
import { Facts } from '../ui/Facts';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { AccountActions, type AccountDialog } from './AccountActions';
import { AccountDialogs } from './AccountDialogs';
import { AccountStatusBadge } from './AccountStatusBadge';
import { Bindings } from './Bindings';

const AccountLinks = later(() => import('../reconciliation/AccountLinks').then((part) => part.AccountLinks));

export function AccountPage() {
  const { t } = useTranslation();
  const { accountId } = useParams({ from: '/inside/accounts/$accountId' });
  const [dialog, setDialog] = useState<AccountDialog | null>(null);
  // While a task is open its effect may come any moment.
  const { data: account, error } = useQuery({
    ...oneQuery<Account>('/accounts', accountId),
    refetchInterval: ({ state }) => (state.data?.openTaskId && !state.error ? 3000 : false),
    retry: false,
  });
  return (
    <Page
      title={account?.name ?? t('accounts.one')}
      subtitle={account && `${t('accounts.in')} ${account.applicationName}`}
      above={<TextLink to="/accounts">{t('nav.accounts')}</TextLink>}
      actions={<May right="CHANGE_ACCOUNTS">{account && <AccountActions account={account} onAsk={setDialog} />}</May>}
    >
      <ErrorNotice error={error} />
      {!account && error && (
        <Text size="sm">
          {t('accounts.goneHint')}{' '}
          <TextLink to="/log" search={{ view: 'all', account: [accountId] }}>
            {t('accounts.itsRecords')}
          </TextLink>
        </Text>
      )}
      {account && (
        <>
          <Section title={t('accounts.data')}>
            <AccountFacts account={account} />
          </Section>
          <Section title={t('accounts.attributes')} testId="attributes">
            <AttributeFacts account={account} />
          </Section>
          <Bindings account={account} onEdit={() => setDialog('permissions')} />
          <AccountLinks accountId={account.id} />
        </>
      )}
      <TasksOf query={{ account: accountId }} search={{ view: 'all', account: [accountId] }} />
      {account && dialog && <AccountDialogs account={account} dialog={dialog} onClose={() => setDialog(null)} />}
    </Page>
  );
}

function AccountFacts({ account }: { account: Account }) {
  const { t } = useTranslation();
  return (
    <Facts
      wide
      facts={[
        [t('common.status'), <AccountStatusBadge key="s" status={account.status} />],
        [
          t('accounts.openTask'),
          account.openTaskId && (
            <TextLink to="/log/$taskId" params={{ taskId: account.openTaskId }}>
              {t('accounts.toTask')}
            </TextLink>
          ),
        ],
        [
          t('applications.one'),
          <TextLink key="a" to="/applications/$applicationId" params={{ applicationId: account.applicationId }}>
            {account.applicationName}
          </TextLink>,
        ],
        [
          t('users.one'),
          account.userId ? (
            <TextLink to="/users/$userId" params={{ userId: account.userId }}>
              {account.userDisplayName || account.userName}
            </TextLink>
          ) : (
            t('accounts.orphan')
          ),
        ],
        [t('accounts.remoteId'), account.remoteId],
        [t('governance.lastSignIn'), account.lastSignInAt && <TimeText key="l" at={account.lastSignInAt} />],
        [
          t('common.updated'),
          <Group key="t" gap={6}>
            <TimeText at={account.updatedAt} />
          </Group>,
        ],
      ]}
    />
  );
}

function AttributeFacts({ account }: { account: Account }) {
  const { t } = useTranslation();
  const attributes = Object.entries(account.attributes ?? {});
  if (attributes.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('accounts.noAttributes')}
      </Text>
    );
  }
  return <Facts wide facts={attributes.map(([name, value]) => [name, isMasked(value) ? '••••••••' : shownValue(value)])} />;
}
