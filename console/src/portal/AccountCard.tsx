import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AccountStatusBadge } from '../accounts/AccountStatusBadge';
import type { AccountAccess, Justification } from '../api/access';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { list } from '../ui/format';
import type { Prolonged } from './ProlongDialog';
import { flipAccount, flipPermission, pair, type Selection } from './selection';

interface AccountCardProps {
  account: AccountAccess;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  onProlong: (what: Prolonged) => void;
}

/** One account with what it holds. */
export function AccountCard({ account, selection, onSelect, onProlong }: AccountCardProps) {
  const { t } = useTranslation();
  const whole = selection.accounts.includes(account.accountId);
  return (
    <Section title={account.applicationName} aside={<AccountStatusBadge status={account.status} />} testId="account-card">
      <Stack gap="sm">
        {account.task && (
          <Text size="sm" c={account.task.status === 'FAILED' ? 'red' : 'dimmed'} role="status">
            {t(account.task.status === 'FAILED' ? 'portal.taskFailed' : 'portal.taskUnderWay', { action: t(`synclog.action.${account.task.action}`) })}
          </Text>
        )}
        <Line
          label={t('portal.accountNamed', { name: account.accountName })}
          why={account.why}
          endsAt={account.endsAt}
          refusal={account.refusal}
          checked={whole}
          disabled={account.refusal !== null}
          onToggle={() => onSelect(flipAccount(selection, account.accountId))}
          onProlong={account.endsAt ? () => onProlong({ accountId: account.accountId, permissionId: null, name: t('portal.accountIn', { application: account.applicationName }), endsAt: account.endsAt as string }) : undefined}
        />
        {account.permissions.map((permission) => (
          <Line
            key={permission.permissionId}
            indented
            label={permission.name}
            detail={permission.status === 'REQUESTED' ? t('portal.coming') : permission.description}
            why={permission.why}
            endsAt={permission.endsAt}
            refusal={permission.refusal}
            checked={whole || selection.permissions.includes(pair(account.accountId, permission.permissionId))}
            disabled={whole || permission.refusal !== null}
            onToggle={() => onSelect(flipPermission(selection, account.accountId, permission.permissionId))}
            onProlong={
              permission.endsAt ? () => onProlong({ accountId: account.accountId, permissionId: permission.permissionId, name: `${permission.name} · ${account.applicationName}`, endsAt: permission.endsAt as string }) : undefined
            }
          />
        ))}
      </Stack>
    </Section>
  );
}

interface LineProps {
  label: string;
  detail?: string | null;
  indented?: boolean;
  why: Justification[];
  endsAt: string | null;
  refusal: string | null;
  checked: boolean;
  disabled: boolean;
  onToggle: () => void;
  onProlong?: () => void;
}

function Line({ label, detail, indented, why, endsAt, refusal, checked, disabled, onToggle, onProlong }: LineProps) {
  const { t } = useTranslation();
  const reasons = list(why.map((one) => one.name));
  return (
    <Group justify="space-between" wrap="nowrap" align="start" pl={indented ? 'lg' : 0}>
      <Checkbox
        label={label}
        description={[detail, reasons ? t('portal.because', { reasons }) : null, refusal].filter(Boolean).join(' · ')}
        checked={checked}
        disabled={disabled}
        onChange={onToggle}
      />
      <Group gap="xs" wrap="nowrap">
        {endsAt && (
          <Text size="sm" c="dimmed" component="div">
            {t('portal.until')} <TimeText at={endsAt} as="local" />
          </Text>
        )}
        {onProlong && (
          <Button size="compact-xs" variant="light" onClick={onProlong}>
            {t('portal.prolong')}
          </Button>
        )}
      </Group>
    </Group>
  );
}
