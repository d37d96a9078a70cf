import { Button, Code, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../api/list';
import type { PolicyVersion } from '../api/policies';
import { ItemList } from '../packages/ItemList';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Facts } from '../ui/Facts';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';

/** The versions of a policy, newest first, each with what it changed. */
export function Versions({ policyId }: { policyId: string }) {
  const { t } = useTranslation();
  const versions = useList<PolicyVersion>(`/policies/${policyId}/versions`, {}, { limit: 20 });
  return (
    <Stack gap={0}>
      <ErrorNotice error={versions.error} onRetry={() => void versions.refetch()} />
      {versions.rows.map((version) => (
        <Version key={version.number} version={version} />
      ))}
      {versions.hasNextPage && (
        <Button variant="subtle" onClick={() => void versions.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </Stack>
  );
}

function Version({ version }: { version: PolicyVersion }) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const aside = (
    <Text size="sm" c="dimmed">
      {version.madeBy}, <TimeText at={version.madeAt} />
    </Text>
  );
  return (
    <Section title={t('policies.versionNumber', { number: version.number })} aside={aside} testId="version">
      {version.changes.length === 0 ? <Text size="sm">{t('policies.firstVersion')}</Text> : <Changes changes={version.changes} />}
      <Button size="xs" variant="subtle" mt="xs" onClick={() => setWhole(!whole)} aria-expanded={whole}>
        {t(whole ? 'policies.hideVersion' : 'policies.showVersion')}
      </Button>
      {whole && <Content content={version.content} />}
    </Section>
  );
}

/** What was before is struck and red, what came is green; so it reads without colours too. */
function Changes({ changes }: { changes: PolicyVersion['changes'] }) {
  const { t } = useTranslation();
  return (
    <Table layout="fixed" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={150}>{t('policies.field')}</Table.Th>
          <Table.Th>{t('policies.before')}</Table.Th>
          <Table.Th>{t('policies.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map(({ field, before, after }) => (
          <Table.Tr key={`${field}${before}${after}`}>
            <Table.Td>{t(`policies.fields.${field}`)}</Table.Td>
            <Table.Td>{before !== null && <Text size="sm" c="var(--mantine-color-red-light-color)" td="line-through" ff={field === 'condition' ? 'monospace' : undefined} style={{ overflowWrap: 'anywhere' }}>{said(t, field, before)}</Text>}</Table.Td>
            <Table.Td>{after !== null && <Text size="sm" c="var(--mantine-color-green-light-color)" ff={field === 'condition' ? 'monospace' : undefined} style={{ overflowWrap: 'anywhere' }}>{said(t, field, after)}</Text>}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const said = (t: (key: string) => string, field: string, value: string) => (field === 'onLeaving' ? t(`policies.leaving.${value}`) : value);

function Content({ content }: { content: PolicyVersion['content'] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" mt="xs">
      <Facts
        facts={[
          [t('common.name'), content.name],
          [t('packages.description'), content.description],
          [t('policies.condition'), <Code key="c">{content.condition}</Code>],
          [t('policies.onLeaving'), t(`policies.leaving.${content.onLeaving}`)],
          [t('policies.grants'), <ItemList key="g" items={content.grants} empty="" />],
        ]}
      />
    </Stack>
  );
}
