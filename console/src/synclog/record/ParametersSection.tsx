import { Group, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stringifyExact } from '../../api/exact';
import type { TaskDetail } from '../../api/tasks';
import { CodeView } from '../../ui/code/CodeView';
import { CopyButton } from '../../ui/CopyButton';
import { Section } from '../../ui/Section';
import { EvidenceTable } from './EvidenceTable';
import { PermissionTable } from './PermissionTable';

/** Second part: what the application is asked for, beside what became of it. */
export function ParametersSection({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const [raw, setRaw] = useState(false);
  const text = useMemo(() => stringifyExact(task.parameters, 2), [task.parameters]);
  return (
    <Section
      title={t('synclog.record.parameters')}
      testId="task-parameters"
      aside={
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={t('synclog.record.shownAs')}
            value={raw ? 'raw' : 'table'}
            onChange={(value) => setRaw(value === 'raw')}
            data={[
              { value: 'table', label: t('synclog.record.table') },
              { value: 'raw', label: 'JSON' },
            ]}
          />
          <CopyButton value={text} />
        </Group>
      }
    >
      {raw ? (
        <CodeView text={text} label={t('synclog.record.parameters')} />
      ) : (
        <>
          <EvidenceTable task={task} />
          <PermissionTable task={task} />
        </>
      )}
    </Section>
  );
}
