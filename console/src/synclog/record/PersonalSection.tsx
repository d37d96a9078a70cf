import { Button, Group, Table, Text, TextInput } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../api/client';
import type { TaskDetail } from '../../api/tasks';
import { useMay } from '../../rights/rights';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Section } from '../../ui/Section';
import { hiddenIn, type HiddenValue } from './personal';
import styles from './Record.module.css';

interface PersonalSectionProps {
  task: TaskDetail;
  /** What was revealed so far, by mark. */
  values: Record<string, string>;
  onReveal: (mark: string, value: string) => void;
}

/** The personal values this reader may not see. Each is shown by itself, for a reason that stays on record; leaving the page forgets it. */
export function PersonalSection({ task, values, onReveal }: PersonalSectionProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const may = useMay()('REVEAL_PERSONAL');
  const reveal = useMutation({
    mutationFn: (mark: string) => send<{ value: string }>(`/tasks/${task.id}/reveals`, { method: 'POST', body: { mark, reason: reason.trim() } }),
    onSuccess: async ({ value }, mark) => {
      onReveal(mark, value);
      await queries.invalidateQueries({ queryKey: ['/tasks'] });
    },
  });
  const hidden = hiddenIn(task);
  if (hidden.length === 0 || !may) {
    return null;
  }
  const name = (value: HiddenValue) => value.name ?? t('record.personal.unnamed');
  return (
    <Section title={t('record.personal.title', { count: hidden.length })} testId="personal">
      <Text size="sm" c="dimmed" mb="xs">
        {t('record.personal.help')}
      </Text>
      <TextInput
        size="xs"
        maw={520}
        mb="xs"
        label={t('common.reason')}
        description={t('record.personal.reasonHelp')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ErrorNotice error={reveal.error} />
      <Table verticalSpacing={4} maw={720}>
        <Table.Tbody>
          {hidden.map((one) => (
            <Table.Tr key={one.mark} data-mark={one.mark}>
              <Table.Td className={styles.mono} w={260}>
                {name(one)}
              </Table.Td>
              <Table.Td>
                {values[one.mark] === undefined ? <span className={styles.masked}>•••••••• {t('record.personal.hidden')}</span> : values[one.mark]}
              </Table.Td>
              <Table.Td w={120}>
                {values[one.mark] === undefined && (
                  <Group justify="flex-end">
                    <Button
                      size="compact-xs"
                      variant="default"
                      leftSection={<IconEye size={13} aria-hidden />}
                      disabled={!reason.trim()}
                      loading={reveal.isPending && reveal.variables === one.mark}
                      onClick={() => reveal.mutate(one.mark)}
                      aria-label={t('record.personal.showOne', { name: name(one) })}
                    >
                      {t('record.personal.show')}
                    </Button>
                  </Group>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
