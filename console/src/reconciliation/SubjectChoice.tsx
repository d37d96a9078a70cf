import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Organization } from '../api/directory';
import type { ReconciliationFinding } from '../api/reconciliation';
import { SearchSelect } from '../ui/SearchSelect';
import { UserSelect } from '../users/UserSelect';

interface SubjectChoiceProps {
  finding: ReconciliationFinding;
  value: string | null;
  onChange: (id: string | null) => void;
}

/** Whose it is: one of those it may belong to, or anybody else. */
export function SubjectChoice({ finding, value, onChange }: SubjectChoiceProps) {
  const { t } = useTranslation();
  const suggested = [...(finding.subject ? [finding.subject] : []), ...finding.candidates];
  const elsewhere = suggested.some(({ id }) => id === value) ? null : value;
  const label = t(suggested.length > 0 ? 'reconciliation.orElse' : `reconciliation.belongsTo.${finding.objectType}`);
  return (
    <Stack gap="xs">
      {suggested.length > 0 && (
        <Radio.Group label={t(`reconciliation.belongsTo.${finding.objectType}`)} value={value} onChange={onChange}>
          <Stack gap={6} mt={6}>
            {suggested.map(({ id, name, detail }) => (
              <Radio key={id} value={id} label={detail ? `${name} (${detail})` : name} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {finding.objectType === 'ACCOUNT' && <UserSelect label={label} value={elsewhere} onChange={onChange} clearable />}
      {finding.objectType === 'ORGANIZATION' && (
        <SearchSelect<Organization> label={label} path="/organizations" toChoice={({ id, code, name }) => ({ value: id, label: `${name} (${code})` })} value={elsewhere} onChange={onChange} clearable />
      )}
      {finding.objectType === 'GROUP' && (
        <SearchSelect<{ id: string; name: string }>
          label={label}
          path="/groups"
          toChoice={({ id, name }) => ({ value: id, label: name })}
          value={elsewhere}
          onChange={onChange}
          clearable
        />
      )}
    </Stack>
  );
}
