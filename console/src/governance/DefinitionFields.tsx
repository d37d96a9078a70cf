import { NumberInput, Select, Stack, Switch, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Application } from '../api/directory';
import type { Definition, Kind, Side } from '../api/governance';
import { SearchMultiSelect } from '../ui/SearchMultiSelect';
import { PermissionsOf } from './PermissionsOf';

/** What is looked for, at first. */
export function startOf(kind: Kind): Definition {
  switch (kind) {
    case 'DORMANT':
      return { kind, days: 90, unknownCounts: false, readTarget: null };
    case 'ORPHAN':
      return { kind, readTarget: null, adopt: 'NONE' };
    case 'DUPLICATE':
      return { kind, keep: 'NEWEST' };
    case 'SEPARATION_OF_DUTIES':
      return { kind, permissionsA: [], permissionsB: [], side: 'A' };
    case 'FORBIDDEN_GRANT':
      return { kind, expression: '', permissionIds: [] };
    case 'UNJUSTIFIED_GRANT':
      return { kind, applicationIds: [], permissions: true, accounts: true };
  }
}

export function DefinitionFields({ value, onChange }: { value: Definition; onChange: (definition: Definition) => void }) {
  const { t } = useTranslation();
  switch (value.kind) {
    case 'DORMANT':
      return (
        <Stack gap="sm">
          <NumberInput label={t('governance.days_')} w={200} min={1} max={3650} value={value.days} onChange={(days) => onChange({ ...value, days: Number(days) })} />
          <Switch label={t('governance.unknownCounts')} description={t('governance.unknownCountsHelp')} checked={value.unknownCounts} onChange={(event) => onChange({ ...value, unknownCounts: event.currentTarget.checked })} />
          <ReadTarget value={value.readTarget} onChange={(readTarget) => onChange({ ...value, readTarget })} help="governance.readSignInsHelp" />
        </Stack>
      );
    case 'ORPHAN':
      return (
        <Stack gap="sm">
          <ReadTarget value={value.readTarget} onChange={(readTarget) => onChange({ ...value, readTarget })} help="governance.readAccountsHelp" />
          <Select
            label={t('governance.adopt')}
            description={t('governance.adoptHelp')}
            allowDeselect={false}
            data={(['NONE', 'NAME', 'MAIL'] as const).map((one) => ({ value: one, label: t(`governance.adoptBy.${one}`) }))}
            value={value.adopt}
            onChange={(adopt) => onChange({ ...value, adopt: adopt as 'NONE' | 'NAME' | 'MAIL' })}
          />
        </Stack>
      );
    case 'DUPLICATE':
      return (
        <Select
          label={t('governance.keep')}
          description={t('governance.keepHelp')}
          allowDeselect={false}
          data={(['NEWEST', 'OLDEST'] as const).map((one) => ({ value: one, label: t(`governance.keeps.${one}`) }))}
          value={value.keep}
          onChange={(keep) => onChange({ ...value, keep: keep as 'NEWEST' | 'OLDEST' })}
        />
      );
    case 'SEPARATION_OF_DUTIES':
      return (
        <Stack gap="sm">
          <PermissionsOf label={t('governance.sideA')} value={value.permissionsA} onChange={(permissionsA) => onChange({ ...value, permissionsA })} />
          <PermissionsOf label={t('governance.sideB')} value={value.permissionsB} onChange={(permissionsB) => onChange({ ...value, permissionsB })} />
          <Select
            label={t('governance.side')}
            description={t('governance.sideHelp')}
            allowDeselect={false}
            data={(['A', 'B'] as const).map((side) => ({ value: side, label: t(`governance.side${side}`) }))}
            value={value.side}
            onChange={(side) => onChange({ ...value, side: side as Side })}
          />
        </Stack>
      );
    case 'FORBIDDEN_GRANT':
      return (
        <Stack gap="sm">
          <Textarea
            label={t('governance.expression')}
            description={t('governance.expressionHelp')}
            autosize
            minRows={2}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            value={value.expression}
            onChange={(event) => onChange({ ...value, expression: event.currentTarget.value })}
          />
          <PermissionsOf label={t('governance.forbidden')} value={value.permissionIds} onChange={(permissionIds) => onChange({ ...value, permissionIds })} />
        </Stack>
      );
    case 'UNJUSTIFIED_GRANT':
      return (
        <Stack gap="sm">
          <SearchMultiSelect<Application>
            label={t('governance.where')}
            description={t('governance.whereHelp')}
            clearable
            path="/applications"
            toChoice={({ id, name }) => ({ value: id, label: name })}
            value={value.applicationIds}
            onChange={(applicationIds) => onChange({ ...value, applicationIds })}
          />
          <Switch label={t('governance.lookAtPermissions')} checked={value.permissions} onChange={(event) => onChange({ ...value, permissions: event.currentTarget.checked })} />
          <Switch label={t('governance.lookAtAccounts')} checked={value.accounts} onChange={(event) => onChange({ ...value, accounts: event.currentTarget.checked })} />
        </Stack>
      );
  }
}

function ReadTarget({ value, onChange, help }: { value: boolean | null; onChange: (value: boolean | null) => void; help: string }) {
  const { t } = useTranslation();
  return (
    <Select
      label={t('governance.readTarget')}
      description={t(help)}
      allowDeselect={false}
      data={['able', 'yes', 'no'].map((one) => ({ value: one, label: t(`governance.reads.${one}`) }))}
      value={value === null ? 'able' : value ? 'yes' : 'no'}
      onChange={(chosen) => onChange(chosen === 'able' ? null : chosen === 'yes')}
    />
  );
}
