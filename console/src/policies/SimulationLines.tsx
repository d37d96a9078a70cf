import { useTranslation } from 'react-i18next';
import type { LineKind, PolicyDraft, SimulationLine } from '../api/policies';
import { DataTable } from '../ui/DataTable';
import { EmptyState } from '../ui/EmptyState';
import { TextLink } from '../ui/links';
import { usePosted } from './usePosted';

/** Who gains, loses or keeps what, by name. */
export function SimulationLines({ kind, policyId, draft }: { kind: LineKind; policyId: string | null; draft: PolicyDraft }) {
  const { t } = useTranslation();
  const lines = usePosted<SimulationLine>('/policies/simulation/lines', { kind }, { policyId, draft });
  return (
    <div style={{ height: 420, display: 'flex', flexDirection: 'column' }}>
      <DataTable
        label={t(`policies.line.${kind}`)}
        source={lines}
        rowId={(line) => [line.userId, line.applicationId, line.permissionId].join('/')}
        minWidth={760}
        columns={[
          {
            id: 'user',
            header: t('users.one'),
            width: 'minmax(150px, 1fr)',
            cell: (line) => (
              <TextLink to="/users/$userId" params={{ userId: line.userId }}>
                {line.userDisplayName || line.userName}
              </TextLink>
            ),
          },
          { id: 'application', header: t('applications.one'), width: 'minmax(130px, 1fr)', cell: (line) => line.applicationName },
          { id: 'what', header: t('packages.what'), width: 'minmax(150px, 1fr)', cell: (line) => line.permissionName ?? t('packages.account') },
          { id: 'policy', header: t('policies.because'), width: 'minmax(150px, 1fr)', cell: (line) => line.policyName },
        ]}
        empty={<EmptyState title={t('policies.nobody')} />}
      />
    </div>
  );
}
