import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { PlainTable } from '../ui/PlainTable';
import { Section } from '../ui/Section';
import { AsTheRestDialog } from './AsTheRestDialog';
import { DaysText } from './DaysText';
import { PeriodDialog } from './PeriodDialog';
import { KEPT, OWN_PERIODS, type OwnPeriod, type Period, PERIODS } from './retention';

/** A line of the table; without an application what holds for all others. */
type Line = Period & Partial<OwnPeriod>;

/** What is kept how long: everywhere, and in applications that have it otherwise. */
export function PeriodsSection() {
  const { t } = useTranslation();
  const everywhere = useQuery({ queryKey: [PERIODS], queryFn: ({ signal }) => get<Period>(PERIODS, {}, signal) });
  const own = useQuery({ queryKey: [OWN_PERIODS], queryFn: ({ signal }) => get<OwnPeriod[]>(OWN_PERIODS, {}, signal) });
  const [changed, setChanged] = useState<Line | 'new' | null>(null);
  const [ended, setEnded] = useState<OwnPeriod | null>(null);
  const lines: Line[] = everywhere.data ? [everywhere.data, ...(own.data ?? [])] : [];
  const forEver = everywhere.data && own.data?.length === 0 && KEPT.every((kept) => !everywhere.data[kept]);
  const name = ({ applicationId, applicationName }: Line) =>
    applicationId ? (applicationName ?? t('retention.removed', { id: applicationId })) : t('retention.everywhere');
  const columns = [
    {
      id: 'where',
      header: t('retention.where'),
      width: '',
      cell: (line: Line) =>
        line.applicationId && line.applicationName ? (
          <TextLink to="/applications/$applicationId" params={{ applicationId: line.applicationId }}>
            {line.applicationName}
          </TextLink>
        ) : (
          name(line)
        ),
    },
    ...KEPT.map((kept) => ({ id: kept, header: t(`retention.kept.${kept}`), width: '', cell: (line: Line) => <DaysText days={line[kept]} /> })),
    {
      id: 'acts',
      header: '',
      width: '',
      cell: (line: Line) => (
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Button size="compact-xs" variant="subtle" aria-label={t('retention.editOf', { name: name(line) })} onClick={() => setChanged(line)}>
            {t('common.edit')}
          </Button>
          {line.applicationId && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('retention.asTheRestOf', { name: name(line) })}
              onClick={() => setEnded(line as OwnPeriod)}
            >
              {t('retention.asTheRest')}
            </Button>
          )}
        </Group>
      ),
    },
  ];
  return (
    <Section
      title={t('retention.periods')}
      testId="periods"
      aside={
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setChanged('new')}>
          {t('retention.forApplication')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('retention.periodsHint')}
      </Text>
      <ErrorNotice error={everywhere.error ?? own.error} onRetry={() => void Promise.all([everywhere.refetch(), own.refetch()])} />
      {forEver && (
        <Text size="sm" mb="sm">
          {t('retention.nothingSet')}
        </Text>
      )}
      {lines.length > 0 && <PlainTable rows={lines} rowId={({ applicationId }) => applicationId ?? 'everywhere'} columns={columns} />}
      {changed && everywhere.data && (
        <PeriodDialog
          key={changed === 'new' ? 'new' : changed.applicationId}
          line={changed === 'new' ? null : changed}
          name={changed === 'new' ? null : name(changed)}
          everywhere={everywhere.data}
          onClose={() => setChanged(null)}
        />
      )}
      {ended && everywhere.data && <AsTheRestDialog own={ended} name={name(ended)} everywhere={everywhere.data} onClose={() => setEnded(null)} />}
    </Section>
  );
}
