import { Button, Group, Table, Text } from '@mantine/core';
import { IconHourglass, IconPlus, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/list';
import type { Administrator, MadeAdministrator } from '../api/people';
import { Badge } from '../ui/Badge';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Page } from '../ui/Page';
import { ScrollBox } from '../ui/ScrollBox';
import { SecretOnce } from '../ui/Secret';
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
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
          {t('rights.make')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('rights.peopleHint')}
      </Text>
      {made && <SecretOnce title={t('rights.passwordOnce', { name: made.administrator.userName })} value={made.oneTimePassword} />}
      <ErrorNotice error={people.error} onRetry={() => void people.refetch()} />
      <ScrollBox>
        <Table mt="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('common.name')}</Table.Th>
              <Table.Th>{t('session.userName')}</Table.Th>
              <Table.Th>{t('rights.roles')}</Table.Th>
              <Table.Th>{t('rights.owns')}</Table.Th>
              <Table.Th w={270} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {people.rows.map((person) => (
              <Table.Tr key={person.id}>
                <Table.Td>
                  <Group gap="xs">
                    {person.displayName}
                    <State person={person} />
                  </Group>
                </Table.Td>
                <Table.Td>{person.userName}</Table.Td>
                <Table.Td>{person.roles.map((role) => t(`rights.role.${role}`)).join(', ') || t('rights.noRole')}</Table.Td>
                <Table.Td>{person.applications.map(({ name }) => name).join(', ')}</Table.Td>
                <Table.Td>
                  <Button size="compact-xs" variant="subtle" onClick={() => setChanged(person)}>
                    {t('common.edit')}
                  </Button>
                  <Button size="compact-xs" variant="subtle" onClick={() => setForgetful(person)}>
                    {t('rights.newPassword')}
                  </Button>
                  <Button size="compact-xs" variant="subtle" onClick={() => setShutOut(person)}>
                    {t('signin.settings')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollBox>
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
