import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconDownload, IconHourglass, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { address, get } from '../api/client';
import { Badge, type BadgeProps } from '../ui/Badge';
import { CopyButton } from '../ui/CopyButton';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Facts } from '../ui/Facts';
import { amount } from '../ui/format';
import { ButtonLink, TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { Command } from './Command';
import { inGroups, INTEGRITY, type Standing, stateOf, type STATES } from './integrity';

const EVERY = 10_000;

const LOOKS: Record<(typeof STATES)[number], Pick<BadgeProps, 'tone' | 'icon'>> = {
  UP_TO_DATE: { tone: 'green', icon: IconCircleCheck },
  CATCHING_UP: { tone: 'blue', icon: IconRefresh },
  BEHIND: { tone: 'red', icon: IconAlertTriangle },
  NOTHING_YET: { tone: 'gray', icon: IconHourglass },
};

/** Proof that log and audit are as they were: how far it goes, and how whoever does not trust this server checks it. */
export function IntegrityPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: [INTEGRITY],
    queryFn: ({ signal }) => get<Standing>(INTEGRITY, {}, signal),
    refetchInterval: EVERY,
  });
  return (
    <Page
      title={t('integrity.title')}
      subtitle={t('integrity.subtitle')}
      above={<TextLink to="/settings">{t('nav.settings')}</TextLink>}
      actions={
        <ButtonLink to="/settings/audit" variant="default" size="xs">
          {t('nav.audit')}
        </ButtonLink>
      }
    >
      <div style={{ maxWidth: 880 }}>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {data && (
          <>
            <Chain standing={data} />
            <Keep standing={data} />
          </>
        )}
        <Verify checkpoint={data && data.number > 0 ? fileOf(data) : 'checkpoint.json'} />
      </div>
    </Page>
  );
}

function Chain({ standing }: { standing: Standing }) {
  const { t } = useTranslation();
  const state = stateOf(standing);
  return (
    <Section title={t('integrity.chain')} testId="chain">
      <Stack gap="sm">
        <Group gap="sm">
          <Badge {...LOOKS[state]} label={t(`integrity.state.${state}.label`)} />
          <Text size="sm">{t(`integrity.state.${state}.help`)}</Text>
        </Group>
        <Facts
          facts={[
            [t('integrity.sealedUntil'), standing.sealedUntil && <TimeText key="until" at={standing.sealedUntil} as="utc" />],
            [t('integrity.records'), amount(standing.records)],
            [t('integrity.newest'), standing.number > 0 ? t('integrity.number', { number: amount(standing.number) }) : null],
            [t('integrity.sealedAt'), standing.newestAt && <TimeText key="newest" at={standing.newestAt} as="utc" />],
          ]}
        />
      </Stack>
    </Section>
  );
}

const fileOf = ({ number }: Standing) => `checkpoint-${number}.json`;

/** What an auditor takes away, so that nobody who controls this server can make the chain anew. */
function Keep({ standing }: { standing: Standing }) {
  const { t } = useTranslation();
  return (
    <Section title={t('integrity.keep')} testId="keep">
      <Stack gap="sm">
        <Text size="sm">{t('integrity.keepHint')}</Text>
        <Group gap="sm">
          <Button
            component="a"
            href={address(`${INTEGRITY}/checkpoint`)}
            download={fileOf(standing)}
            variant="default"
            size="xs"
            leftSection={<IconDownload size={14} aria-hidden />}
            data-disabled={standing.number === 0 || undefined}
            aria-disabled={standing.number === 0 || undefined}
            onClick={(event) => standing.number === 0 && event.preventDefault()}
          >
            {t('integrity.checkpoint')}
          </Button>
          <Button
            component="a"
            href={address(`${INTEGRITY}/public-key`)}
            download="public-key.json"
            variant="default"
            size="xs"
            leftSection={<IconDownload size={14} aria-hidden />}
          >
            {t('integrity.publicKey')}
          </Button>
        </Group>
        <div>
          <Text size="sm" fw={600}>
            {t('integrity.fingerprint')}
          </Text>
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <Code style={{ overflowWrap: 'anywhere' }} data-testid="fingerprint">
              {inGroups(standing.fingerprint)}
            </Code>
            <CopyButton value={standing.fingerprint} label={t('integrity.copyFingerprint')} />
          </Group>
          <Text size="sm" c="dimmed" mt={4}>
            {t('integrity.fingerprintHint')}
          </Text>
        </div>
      </Stack>
    </Section>
  );
}

function Verify({ checkpoint }: { checkpoint: string }) {
  const { t } = useTranslation();
  return (
    <Section title={t('integrity.verify')} testId="verify">
      <Stack gap="sm">
        <Text size="sm">{t('integrity.verifyHint')}</Text>
        <Command title={t('integrity.here')} text={`./syncline verify-log --checkpoint ${checkpoint}`} />
        <Command title={t('integrity.export')} text="./syncline verify-log --write evidence.jsonl" />
        <Command
          title={t('integrity.elsewhere')}
          text={`./syncline verify-log --export evidence.jsonl --public-key public-key.json --checkpoint ${checkpoint}`}
        />
        <Text size="sm" c="dimmed">
          {t('integrity.results')}
        </Text>
      </Stack>
    </Section>
  );
}
