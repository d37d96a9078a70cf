import { Pill, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { User } from '../api/directory';
import { useChange } from '../api/one';
import { FormDialog } from '../ui/FormDialog';
import { SearchSelect } from '../ui/SearchSelect';
import { TOUCHED, type UserGroup } from './groups';

/** Several users are chosen one after the other and come in together. */
export function AddMembersDialog({ group, onClose }: { group: UserGroup; onClose: () => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<User[]>([]);
  const save = useChange(
    [...TOUCHED, `/groups/${group.id}/members`],
    () => post<{ added: number }>(`/groups/${group.id}/members`, { add: chosen.map((user) => user.id) }),
    onClose,
    ({ added }) => t('groups.addDone', { count: added, group: group.name }),
  );
  const choose = (user: User | undefined) => {
    if (user && !chosen.some((one) => one.id === user.id)) {
      setChosen([...chosen, user]);
    }
  };
  return (
    <FormDialog
      title={t('groups.addTitle', { group: group.name })}
      submitLabel={t('groups.addCount', { count: chosen.length })}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
      busy={save.isPending}
      error={save.error}
      disabled={chosen.length === 0}
    >
      <SearchSelect<User>
        // A new one after each choice, with nothing typed in it.
        key={chosen.length}
        autoFocus={chosen.length > 0}
        label={t('users.one')}
        placeholder={t('groups.addSearch')}
        data-autofocus
        path="/users"
        value={null}
        onChange={(_, user) => choose(user)}
        toChoice={({ id, userName, displayName }) => ({ value: id, label: `${displayName} (${userName})` })}
      />
      <Pill.Group role="group" aria-label={t('groups.chosen')}>
        {chosen.map((user) => (
          <Pill key={user.id} withRemoveButton removeButtonProps={{ 'aria-label': t('groups.leaveOut', { name: user.displayName }), 'aria-hidden': false, tabIndex: 0 }} onRemove={() => setChosen(chosen.filter((one) => one.id !== user.id))}>
            {user.displayName}
          </Pill>
        ))}
      </Pill.Group>
      <Text size="sm" c="dimmed">
        {t('groups.addMeaning')}
      </Text>
    </FormDialog>
  );
}
