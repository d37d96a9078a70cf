import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attention, Dashboard } from '../api/dashboard';
import type { Column } from '../ui/DataTable';
import { TextLink } from '../ui/links';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';

/** What stands failed, by kind: each waits for a person. */
export function AttentionSection({ dashboard: { attention, causes } }: { dashboard: Dashboard }) {
  const { t } = useTranslation();
  const columns = useMemo<Column<Attention>[]>(
    () => [
      {
        id: 'kind',
        header: t('dashboard.kind'),
        width: '1fr',
        cell: ({ kind }) => (
          <TextLink to="/log" search={{ failureKind: [kind] }}>
            {t(`synclog.failureKind.${kind}`)}
          </TextLink>
        ),
      },
      { id: 'tasks', header: t('dashboard.tasks'), width: '90px', cell: ({ tasks }) => tasks.toLocaleString('en') },
      { id: 'oldest', header: t('dashboard.oldest'), width: '140px', cell: ({ oldestOpenedAt }) => <TimeText at={oldestOpenedAt} /> },
      {
        id: 'causes',
        header: '',
        width: '110px',
        cell: ({ kind }) => (
          <TextLink to="/failures" search={{ kind }} aria-label={t('dashboard.causesOf', { kind: t(`synclog.failureKind.${kind}`) })}>
            {t('dashboard.byCause')}
          </TextLink>
        ),
      },
    ],
    [t],
  );
  return (
    <Section
      title={t('dashboard.attention')}
      testId="attention"
      aside={
        causes.cameBack > 0 && (
          <TextLink to="/failures" search={{ state: 'CAME_BACK' }}>
            {t('dashboard.cameBack', { count: causes.cameBack })}
          </TextLink>
        )
      }
    >
      {attention.length > 0 ? (
        <PlainTable rows={attention} columns={columns} rowId={({ kind }) => kind} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('dashboard.attentionNone')}
        </Text>
      )}
    </Section>
  );
}
