import { useTranslation } from 'react-i18next';
import type { User } from '../api/directory';
import { DataTable } from '../ui/DataTable';
import { Dialog } from '../ui/Dialog';
import { EmptyState } from '../ui/EmptyState';
import { TextLink } from '../ui/links';
import { usePosted } from './usePosted';

/** All users a condition matches. */
export function MatchingUsers({ condition, onClose }: { condition: string; onClose: () => void }) {
  const { t } = useTranslation();
  const users = usePosted<User>('/policies/matching/users', {}, { condition });
  return (
    <Dialog onClose={onClose} size="xl" title={t('policies.matchingUsers')}>
      <div style={{ height: '60vh', display: 'flex', flexDirection: 'column' }}>
        <DataTable
          label={t('policies.matchingUsers')}
          source={users}
          rowId={(user) => user.id}
          minWidth={520}
          columns={[
            {
              id: 'userName',
              header: t('users.userName'),
              width: 'minmax(140px, 1fr)',
              cell: (user) => (
                <TextLink to="/users/$userId" params={{ userId: user.id }}>
                  {user.userName}
                </TextLink>
              ),
            },
            { id: 'displayName', header: t('users.displayName'), width: 'minmax(140px, 1fr)', cell: (user) => user.displayName },
            { id: 'organization', header: t('organizations.one'), width: 'minmax(120px, 1fr)', cell: (user) => user.organizationName },
          ]}
          empty={<EmptyState title={t('policies.nobody')} />}
        />
      </div>
    </Dialog>
  );
}
