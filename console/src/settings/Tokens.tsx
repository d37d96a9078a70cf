import { Button, Group, Table, Text } from '@mantine/core';
import { IconClockExclamation, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { remove } from '../api/client';
import type { ApiToken } from '../api/directory';
import { useList } from '../api/list';
import { useChange } from '../api/one';
import { Badge } from '../ui/Badge';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { SecretOnce } from '../ui/Secret';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { endsSoon } from './tokens';
import type { Right } from '../rights/rights';
import { TokenDialog } from './TokenDialog';

export function Tokens() {
  const { t } = useTranslation();
  const tokens = useList<ApiToken>('/tokens', {}, { limit: 200 });
  const [creating, setCreating] = useState(false);
  const [created, setCreated] = useState<ApiToken | null>(null);
  const [revoked, setRevoked] = useState<ApiToken | null>(null);
  const revoke = useChange(['/tokens'], (token: ApiToken) => remove(`/tokens/${token.id}`), () => setRevoked(null));
  return (
    <Section
      title={t('settings.tokens')}
      aside={
        <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setCreating(true)}>
          {t('settings.createToken')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('settings.tokensHint')}
      </Text>
      {created?.token && <SecretOnce title={t('settings.tokenOnce', { name: created.name })} value={created.token} />}
      <ErrorNotice error={tokens.error} />
      {tokens.rows.length > 0 && (
        <Table mt="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('common.name')}</Table.Th>
              <Table.Th>{t('rights.madeBy')}</Table.Th>
              <Table.Th>{t('rights.limit')}</Table.Th>
              <Table.Th>{t('common.created')}</Table.Th>
              <Table.Th>{t('settings.lastUse')}</Table.Th>
              <Table.Th>{t('settings.expires')}</Table.Th>
              <Table.Th w={90} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tokens.rows.map((token) => (
              <Table.Tr key={token.id}>
                <Table.Td>{token.name}</Table.Td>
                <Table.Td>{token.madeBy?.name}</Table.Td>
                <Table.Td>{token.rights ? token.rights.map((right) => t(`rights.of.${right as Right}`)).join(', ') : t('rights.allRights')}</Table.Td>
                <Table.Td>
                  <TimeText at={token.createdAt} />
                </Table.Td>
                <Table.Td>{token.lastUsedAt ? <TimeText at={token.lastUsedAt} /> : t('settings.never')}</Table.Td>
                <Table.Td>
                  <Ending at={token.expiresAt} />
                </Table.Td>
                <Table.Td>
                  <Button size="compact-xs" variant="subtle" color="red" onClick={() => setRevoked(token)}>
                    {t('settings.revoke')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {creating && <TokenDialog onClose={() => setCreating(false)} onCreated={setCreated} />}
      {revoked && (
        <ConfirmDialog
          opened
          destructive
          onClose={() => setRevoked(null)}
          title={t('settings.revokeTitle', { name: revoked.name })}
          confirmLabel={t('settings.revoke')}
          busy={revoke.isPending}
          error={revoke.error}
          onConfirm={() => revoke.mutate(revoked)}
        >
          <Text size="sm">{t('settings.revokeMeaning')}</Text>
        </ConfirmDialog>
      )}
    </Section>
  );
}

/** Whoever uses a token that ends soon has to be given another one in time. */
function Ending({ at }: { at: string | null }) {
  const { t } = useTranslation();
  if (!at) {
    return t('settings.never');
  }
  const soon = endsSoon(at, new Date());
  return (
    <Group gap="xs" wrap="nowrap">
      <TimeText at={at} />
      {soon && <Badge label={t(`settings.ends.${soon}`)} tone={soon === 'over' ? 'red' : 'orange'} icon={IconClockExclamation} />}
    </Group>
  );
}
