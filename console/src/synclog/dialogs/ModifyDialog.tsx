import { Tabs, Text, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../api/client';
import { Problem } from '../../api/problem';
import type { TaskDetail } from '../../api/tasks';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { notify } from '../../ui/notify';
import { difference } from '../difference';
import { DifferenceTable } from '../DifferenceTable';
import { useTaskMutation, validateModification } from '../queries';
import { FailureFacts } from './FailureFacts';
import { ParameterForm } from './ParameterForm';
import { parametersFrom } from './parametersFrom';
import type { TaskDialogProps } from './TaskDialogs';

/** The parameters in an editor; what is corrected goes out as a new task. */
export function ModifyDialog({ task, onClose }: TaskDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [parameters, setParameters] = useState(task.parameters);
  const [raw, setRaw] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const broken = raw !== null && parametersFrom(raw) === null;
  const changes = difference(task.parameters, parameters);

  const modify = useTaskMutation(
    async () => {
      const checked = await validateModification(task.id, parameters);
      if (!checked.valid) {
        throw new Problem(400, 'INVALID_INPUT', t('synclog.modify.invalid'), t('synclog.modify.invalidHint'), checked.errors);
      }
      return post<TaskDetail>(`/tasks/${task.id}/modify`, { parameters, reason: reason.trim() });
    },
    (created) => {
      notify.done(t('synclog.modify.done'));
      void navigate({ to: '/log/$taskId', params: { taskId: created.id }, search: {} });
    },
  );
  const type = (text: string) => {
    setRaw(text);
    setParameters(parametersFrom(text) ?? parameters);
  };
  const errors = modify.error instanceof Problem ? modify.error.byField() : {};

  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      size="xl"
      title={t('synclog.modify.title', { doing: t(`synclog.doing.${task.action}`).toLowerCase(), name: task.object.name, application: task.application.name })}
      confirmLabel={t('synclog.modify.button')}
      disabled={broken || changes.length === 0 || !reason.trim()}
      busy={modify.isPending}
      error={modify.error}
      onConfirm={() => modify.mutate(undefined)}
    >
      <FailureFacts task={task} />
      <Tabs defaultValue="form" onChange={(tab) => setRaw(tab === 'raw' ? JSON.stringify(parameters, null, 2) : null)} keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="form">{t('synclog.modify.form')}</Tabs.Tab>
          <Tabs.Tab value="raw">JSON</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="form">
          <ParameterForm task={task} parameters={parameters} errors={errors} onChange={setParameters} />
        </Tabs.Panel>
        <Tabs.Panel value="raw">
          <Textarea
            aria-label="JSON"
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
            autosize
            minRows={10}
            maxRows={22}
            spellCheck={false}
            value={raw ?? ''}
            onChange={(event) => type(event.currentTarget.value)}
            error={broken ? t('synclog.modify.broken') : undefined}
          />
        </Tabs.Panel>
      </Tabs>
      <div>
        <Text size="sm" fw={550} mb={4}>
          {t('synclog.modify.changes')}
        </Text>
        <DifferenceTable difference={changes} />
      </div>
      <Textarea label={t('common.reason')} required autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </ConfirmDialog>
  );
}
