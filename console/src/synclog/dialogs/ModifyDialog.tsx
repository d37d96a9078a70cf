import { List, Loader, Tabs, Text, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeEditor } from '../../ui/code/CodeEditor';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { DifferenceTable } from '../DifferenceTable';
import { postTask, useTaskMutation } from '../queries';
import { FailureFacts } from './FailureFacts';
import { ParameterForm } from './ParameterForm';
import type { TaskDialogProps } from './TaskDialogs';
import { useCorrection } from './useCorrection';

/** The parameters as a form and as JSON, checked while they are edited; what is corrected goes out as a new task. */
export function ModifyDialog({ task, onClose }: TaskDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const correction = useCorrection(task, t('synclog.modify.broken'));
  const { parameters, changes, valid, failure } = correction;
  const modify = useTaskMutation(
    () => postTask(`${task.id}/modify`, { parameters, reason: reason.trim() }),
    (created) => void navigate({ to: '/log/$taskId', params: { taskId: created.id }, search: {} }),
    () => t('synclog.modify.done'),
  );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      size="xl"
      title={t('synclog.modify.title', { doing: t(`synclog.doing.${task.action}`).toLowerCase(), name: task.object.name, application: task.application.name })}
      confirmLabel={t('synclog.modify.button')}
      disabled={!valid || !reason.trim()}
      busy={modify.isPending}
      error={modify.error}
      onConfirm={() => modify.act()}
    >
      <FailureFacts task={task} />
      <Tabs defaultValue="form" keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="form">{t('synclog.modify.form')}</Tabs.Tab>
          <Tabs.Tab value="raw">JSON</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="form">
          <ParameterForm task={task} parameters={parameters} errors={correction.byField} onChange={correction.edit} />
        </Tabs.Panel>
        <Tabs.Panel value="raw">
          <CodeEditor text={correction.text} label={t('record.modify.json')} faults={correction.faults} onChange={correction.type} />
        </Tabs.Panel>
      </Tabs>
      <Verdict correction={correction} />
      <ErrorNotice error={failure} />
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

/** Whether it can be sent as it stands, and what has to be corrected first. */
function Verdict({ correction: { fault, errors, valid, checking } }: { correction: ReturnType<typeof useCorrection> }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" component="div" role="status" mih={20} data-testid="verdict" data-valid={valid}>
      {checking && (
        <Text size="sm" c="dimmed" component="span">
          <Loader size={12} mr={8} />
          {t('record.modify.checking')}
        </Text>
      )}
      {!checking && fault && <Text size="sm" c="red">{fault.title}</Text>}
      {!checking && errors.length > 0 && (
        <List size="sm" c="red">
          {errors.map(({ field, message }) => (
            <List.Item key={field + message}>{message}</List.Item>
          ))}
        </List>
      )}
      {valid && <Text size="sm" c="dimmed">{t('record.modify.valid')}</Text>}
    </Text>
  );
}
