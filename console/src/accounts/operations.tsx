import { useTranslation } from 'react-i18next';
import type { AccountAnswer } from '../api/directory';
import { useChange } from '../api/one';
import { TextLink } from '../ui/links';

/** An operation on an account: afterwards a notice leads to the task it opened. */
export function useOperation<I>(run: (input: I) => Promise<AccountAnswer>, onDone: (answer: AccountAnswer) => void) {
  return useChange<I, AccountAnswer>(['/accounts', '/tasks', '/bindings'], run, onDone, (answer) => <Opened taskId={answer?.taskId ?? null} />);
}

function Opened({ taskId }: { taskId: string | null }) {
  const { t } = useTranslation();
  return taskId ? (
    <>
      {t('accounts.opened')}{' '}
      <TextLink to="/log/$taskId" params={{ taskId }}>
        {t('accounts.toRecord')}
      </TextLink>
    </>
  ) : (
    <>{t('accounts.noTask')}</>
  );
}
