import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../api/tasks';
import { TextLink } from '../../ui/links';
import { Section } from '../../ui/Section';
import { DifferenceTable } from '../DifferenceTable';

/** What a retry after modification changed, and why. */
export function Modification({ task: { modification, supersedes } }: { task: TaskDetail }) {
  const { t } = useTranslation();
  if (!modification) {
    return null;
  }
  return (
    <Section title={t('synclog.record.modification')} testId="modification">
      <Text size="sm" mb="xs">
        “{modification.reason}”{' '}
        {supersedes && (
          <TextLink to="/log/$taskId" params={{ taskId: supersedes.id }}>
            {t('synclog.record.toPredecessor')}
          </TextLink>
        )}
      </Text>
      <DifferenceTable difference={modification.difference} />
    </Section>
  );
}
