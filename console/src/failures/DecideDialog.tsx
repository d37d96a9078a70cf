import { Anchor, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../api/client';
import type { Decision, FailureGroup, GroupState } from '../api/failures';
import { useChange } from '../api/one';
import { sessionQuery } from '../session/session';
import { FormDialog } from '../ui/FormDialog';
import { useAsOpened } from '../ui/useAsOpened';

interface DecideDialogProps {
  group: FailureGroup;
  /** The state it is to have; the one it has to change only its owner. */
  state: GroupState;
  onClose: () => void;
}

/** Acknowledges, resolves or opens again, and says who sees to it. */
export function DecideDialog({ state, onClose, ...props }: DecideDialogProps) {
  const { t } = useTranslation();
  const group = useAsOpened(props.group);
  const { data: session } = useQuery(sessionQuery);
  const me = session?.user.displayName || session?.user.userName;
  const [owner, setOwner] = useState(group.owner ?? '');
  const [reason, setReason] = useState('');
  const owning = state === group.state;
  const act = owning ? 'OWN' : state;
  const change = useChange(
    ['/failure-groups', `/failure-groups/${group.id}/notes`],
    (decision: Decision) => put<FailureGroup>(`/failure-groups/${group.id}`, decision, group.version),
    onClose,
    () => t(`failures.decide.${act}.done`),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ state, owner: owner.trim() || null, reason: reason.trim() || undefined });
  };
  return (
    <FormDialog title={t(`failures.decide.${act}.title`)} submitLabel={t(`failures.decide.${act}.button`)} onClose={onClose} onSubmit={submit} busy={change.isPending} error={change.error}>
      <Text size="sm">{t(`failures.decide.${act}.meaning`)}</Text>
      {state === 'RESOLVED' && group.tasks > 0 && <Text size="sm">{t('failures.decide.stillStanding', { count: group.tasks })}</Text>}
      <TextInput
        label={t('failures.owner')}
        description={t('failures.ownerHint')}
        maxLength={200}
        value={owner}
        onChange={(event) => setOwner(event.currentTarget.value)}
        data-autofocus={owning || undefined}
      />
      {me && owner !== me && (
        <Anchor component="button" type="button" size="sm" onClick={() => setOwner(me)} style={{ alignSelf: 'flex-start' }}>
          {t('failures.takeIt', { name: me })}
        </Anchor>
      )}
      {!owning && (
        <Textarea
          label={t('failures.reason')}
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
      )}
    </FormDialog>
  );
}
