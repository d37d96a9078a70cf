import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from '../Log.module.css';
import type { Problem } from '../query/read';

interface QueryProblemsProps {
  id: string;
  line: string;
  problems: Problem[];
  onFix: (line: string) => void;
  onDiscard: () => void;
}

/** What of the query line is not understood, what to change, and the change itself where it can be guessed. */
export function QueryProblems({ id, line, problems, onFix, onDiscard }: QueryProblemsProps) {
  const { t } = useTranslation();
  return (
    <div id={id} role="alert" className={styles.problems} data-testid="query-problems">
      {problems.map((problem) => (
        <p key={`${problem.start} ${problem.code}`}>
          <IconAlertTriangle size={14} aria-hidden />
          <span>{t(`loglist.problem.${problem.code}`, { text: problem.text, field: problem.field, known: problem.known })}</span>
          {problem.fix !== undefined && (
            <Button size="compact-xs" variant="light" color="red" onClick={() => onFix(line.slice(0, problem.start) + problem.fix + line.slice(problem.end))}>
              {t('loglist.problem.change', { fix: problem.fix })}
            </Button>
          )}
        </p>
      ))}
      <Button size="compact-xs" variant="subtle" color="gray" onClick={onDiscard}>
        {t('loglist.problem.discard')}
      </Button>
    </div>
  );
}
