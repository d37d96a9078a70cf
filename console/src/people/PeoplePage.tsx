import { Box, Button, Group } from '@mantine/core';
import { IconHourglass, IconPlus, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/list';
import type { Administrator, MadeAdministrator } from '../api/people';
import { Badge } from '../ui/Badge';
import { ErrorNotice } from '../ui/ErrorNotice';
import { list } from '../ui/format';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { PlainTable } from '../ui/PlainTable';
import { SecretOnce } from '../ui/Secret';
import { Surface } from '../ui/Surface';
import { Wrapped } from '../ui/Wrapped';
import { NewPasswordDialog } from './NewPasswordDialog';
import { PersonDialog } from './PersonDialog';
import { SignInDialog } from './SignInDialog';

export function PeoplePage() {
  const { t } = useTranslation();
  const people = useList<Administrator>('/administrators', {}, { limit: 200 });
  const [making, setMaking] = useState(false);
  const [changed, setChanged] = useState<Administrator | null>(null);
  const [forgetful, setForgetful] = useState<Administrator | null>(null);
  const [shutOut, setShutOut] = useState<Administrator | null>(null);
  const [made, setMade] = useState<MadeAdministrator | null>(null);
  return (
    <Page
      title={t('rights.people')}
      subtitle={t('rights.peopleHint')}
      above={<TextLink to="/settings">{t('nav.settings')}</TextLink>}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
          {t('rights.make')}
        </Button>
      }
    >
      {made && (
        <Box mb="md">
          <SecretOnce title={t('rights.passwordOnce', { name: made.administrator.userName })} value={made.oneTimePassword} />
        </Box>
      )}
      <ErrorNotice error={people.error} onRetry={() => void people.refetch()} />
      <Surface>
        <PlainTable
          rows={people.rows}
          rowId={({ id }) => id}
          columns={[
            {
              id: 'name',
              header: t('common.name'),
              width: '',
              cell: (person) => (
                <Group gap="xs">
                  {person.displayName}
                  <State person={person} />
                </Group>
              ),
            },
            { id: 'userName', header: t('session.userName'), width: '', cell: ({ userName }) => userName },
            {
              id: 'roles',
              header: t('rights.roles'),
              width: '',
              cell: ({ roles }) => <Wrapped>{list(roles.map((role) => t(`rights.role.${role}`))) || t('rights.noRole')}</Wrapped>,
            },
            {
              id: 'owns',
              header: t('rights.owns'),
              width: '',
              cell: ({ applications }) => <Wrapped>{list(applications.map(({ name }) => name))}</Wrapped>,
            },
            {
              id: 'acts',
              header: '',
              width: '',
              cell: (person) => (
                <Group gap={0} justify="flex-end" wrap="nowrap">
                  <Button size="compact-xs" variant="subtle" onClick={() => setChanged(person)}>
                    {t('common.edit')}
                  </Button>
                  <Button size="compact-xs" variant="subtle" onClick={() => setForgetful(person)}>
                    {t('rights.newPassword')}
                  </Button>
                  <Button size="compact-xs" variant="subtle" onClick={() => setShutOut(person)}>
                    {t('signin.settings')}
                  </Button>
                </Group>
              ),
            },
          ]}
        />
      </Surface>
      {making && <PersonDialog person={null} onClose={() => setMaking(false)} onMade={setMade} />}
      {changed && <PersonDialog person={changed} onClose={() => setChanged(null)} onMade={setMade} />}
      {shutOut && <SignInDialog person={shutOut} onClose={() => setShutOut(null)} />}
      {forgetful && <NewPasswordDialog person={forgetful} onClose={() => setForgetful(null)} onMade={setMade} />}
    </Page>
  );
}

function State({ person }: { person: Administrator }) {
  const { t } = useTranslation();
  if (person.disabledAt) {
    return <Badge label={t('rights.disabled')} tone="gray" icon={IconUserOff} />;
  }
  return person.mustChangePassword ? <Badge label={t('rights.invited')} tone="orange" icon={IconHourglass} /> : null;
}
