import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AUDIT, type AuditDetail } from '../api/audit';
import { oneQuery } from '../api/one';
import { Dialog } from '../ui/Dialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Facts } from '../ui/Facts';
import { TextLink } from '../ui/links';
import { PlainTable } from '../ui/PlainTable';
import { TimeText } from '../ui/TimeText';
import { OutcomeBadge } from './OutcomeBadge';
import { actName, changes } from './words';

/** One entry: who, from where, and what was before and after. */
export function AuditDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(oneQuery<AuditDetail>(AUDIT, id));
  return (
    <Dialog onClose={onClose} size="xl" title={data ? actName(t, data.entry.act) : t('audit.entry')}>
      <ErrorNotice error={error} />
      {data && <Told detail={data} />}
    </Dialog>
  );
}

function Told({ detail }: { detail: AuditDetail }) {
  const { t } = useTranslation();
  const { entry } = detail;
  const changed = changes(detail.before, detail.after);
  return (
    <Stack gap="md">
      <Group gap="xs">
        <OutcomeBadge outcome={entry.outcome} />
        {entry.code && <Text size="sm">{entry.code}</Text>}
        {entry.times > 1 && <Text size="sm">{t('audit.times', { number: entry.times })}</Text>}
      </Group>
      <Facts
        facts={[
          [t('audit.at'), <TimeText key="at" at={entry.at} as="utc" />],
          [t('audit.actor'), entry.actor.kind ? `${entry.actor.name} (${t(`audit.kind.${entry.actor.kind}`)})` : t('audit.nobody')],
          [t('audit.object'), [entry.object.type, entry.object.name ?? entry.object.id].filter(Boolean).join(': ')],
          [t('audit.reason'), entry.reason],
          [t('audit.from'), entry.remoteAddress],
          [t('audit.request'), detail.method && `${detail.method} ${detail.path}`],
          [t('audit.requestId'), detail.requestId],
          [t('audit.userAgent'), detail.userAgent],
          [t('audit.ended'), detail.endedAt && <TimeText key="ended" at={detail.endedAt} as="utc" />],
        ]}
      />
      {changed.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('audit.unchanged')}
        </Text>
      ) : (
        <PlainTable
          rows={changed}
          rowId={(row) => row.member}
          columns={[
            { id: 'member', header: t('audit.member'), width: '', cell: (row) => row.member },
            { id: 'before', header: t('audit.before'), width: '', cell: (row) => <Value text={row.before} /> },
            { id: 'after', header: t('audit.after'), width: '', cell: (row) => <Value text={row.after} /> },
          ]}
        />
      )}
      <Group gap="md">
        {entry.actor.id && (
          <TextLink to="/settings/audit" search={{ actor: entry.actor.id }}>
            {t('audit.hisActs')}
          </TextLink>
        )}
        {entry.object.id && (
          <TextLink to="/settings/audit" search={{ objectId: entry.object.id }}>
            {t('audit.itsActs')}
          </TextLink>
        )}
      </Group>
    </Stack>
  );
}

const Value = ({ text }: { text: string }) => <span style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{text}</span>;
