import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../api/tasks';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { useRowKeys } from '../ui/useRowKeys';
import { TaskDialogs, type Dialog } from './dialogs/TaskDialogs';
import { useTask } from './queries';
import { AdviceSection } from './record/AdviceSection';
import { Callbacks } from './record/Callbacks';
import { CompareSection } from './record/CompareSection';
import { Exchanges } from './record/Exchanges';
import { FactsAside } from './record/FactsAside';
import { Head } from './record/Head';
import { Modification } from './record/Modification';
import { OperationLog } from './record/OperationLog';
import { ParametersSection } from './record/ParametersSection';
import { unveiled } from './record/personal';
import { PersonalSection } from './record/PersonalSection';
import styles from './record/Record.module.css';
import { RelatedTasks } from './record/RelatedTasks';
import { WhyTrail } from './record/WhyTrail';
import { useLiveTask } from './useLiveTask';

export function RecordPage() {
  const { t } = useTranslation();
  const { taskId } = useParams({ from: '/inside/log/$taskId' });
  const { show, compare } = useSearch({ from: '/inside/log/$taskId' });
  const navigate = useNavigate();
  const { history } = useRouter();
  const { data: task, error, refetch } = useTask(taskId);
  useLiveTask(taskId);

  const open = (dialog?: Dialog) => void navigate({ to: '/log/$taskId', params: { taskId }, search: { show: dialog, compare }, replace: true });
  const openIf = (action: 'CONFIRM' | 'RETRY', dialog: Dialog) => () => task?.actions.includes(action) && open(dialog);
  const back = () => (history.canGoBack() ? history.back() : void navigate({ to: '/log' }));
  useRowKeys({ rows: [], onOpen: () => {}, pageKeys: { Escape: back, c: openIf('CONFIRM', 'confirm'), r: openIf('RETRY', 'retry') } });

  const title = task ? `${t(`synclog.action.${task.action}`)} ${task.object.name}` : t('synclog.record.title');
  return (
    <Page title={title} above={<TextLink to="/log">{t('nav.log')}</TextLink>}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {task && <Record key={task.id} task={task} onAct={open} />}
      {task && <TaskDialogs key={`${taskId} ${show}`} dialog={show} task={task} onClose={() => open()} onShow={open} />}
    </Page>
  );
}

/** The four parts of the document in its order, and around them what explains the record. */
function Record({ task: asRead, onAct }: { task: TaskDetail; onAct: (dialog: Dialog) => void }) {
  const { t } = useTranslation();
  const [values, setValues] = useState<Record<string, string>>({});
  const task = useMemo(() => unveiled(asRead, values), [asRead, values]);
  return (
    <>
      <Head task={task} onAct={onAct} />
      <div className={styles.columns}>
        <div>
          <AdviceSection task={task} />
          <PersonalSection task={asRead} values={values} onReveal={(mark, value) => setValues((known) => ({ ...known, [mark]: value }))} />
          <OperationLog task={task} />
          {task.payloads === false && (
            <Alert color="gray" icon={<IconLock size={16} />} mb="md">
              {t('rights.noPayloads')}
            </Alert>
          )}
          <ParametersSection task={task} />
          {task.payloads !== false && <Exchanges task={task} />}
          <Callbacks callbacks={task.callbacks} />
          <CompareSection task={task} />
        </div>
        <div>
          <WhyTrail task={task} />
          <FactsAside task={task} />
          <Modification task={task} />
          <RelatedTasks task={task} />
        </div>
      </div>
    </>
  );
}
