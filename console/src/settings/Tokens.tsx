import { Button, Group, Text } from '@mantine/core';
import { IconClockExclamation, IconPlus } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { remove } from '../api/client';
import type { ApiToken } from '../api/directory';
import { useList } from '../api/list';
import { useChange } from '../api/one';
import { Badge } from '../ui/Badge';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { list } from '../ui/format';
import { PlainTable } from '../ui/PlainTable';
import { SecretOnce } from '../ui/Secret';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { Wrapped } from '../ui/Wrapped';
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
        <PlainTable
          rows={tokens.rows}
          rowId={({ id }) => id}
          columns={[
            { id: 'name', header: t('common.name'), width: '', cell: ({ name }) => <Wrapped>{name}</Wrapped> },
            { id: 'madeBy', header: t('rights.madeBy'), width: '', cell: ({ madeBy }) => madeBy?.name },
            { id: 'limit', header: t('rights.limit'), width: '', cell: ({ rights }) => <Wrapped>{limitOf(t, rights)}</Wrapped> },
            { id: 'created', header: t('common.created'), width: '', cell: ({ createdAt }) => <TimeText at={createdAt} /> },
            {
              id: 'used',
              header: t('settings.lastUse'),
              width: '',
              cell: ({ lastUsedAt }) => (lastUsedAt ? <TimeText at={lastUsedAt} /> : t('settings.never')),
            },
            { id: 'ends', header: t('settings.expires'), width: '', cell: ({ expiresAt }) => <Ending at={expiresAt} /> },
            {
              id: 'acts',
              header: '',
              width: '',
              cell: (token) => (
                <Button size="compact-xs" variant="subtle" color="red" onClick={() => setRevoked(token)}>
                  {t('settings.revoke')}
                </Button>
              ),
            },
          ]}
        />
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

const limitOf = (t: TFunction, rights: string[] | null) =>
  rights ? list(rights.map((right) => t(`rights.of.${right as Right}`))) : t('rights.allRights');

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
