import { Stack, Text } from '@mantine/core';
import { IconMailCheck, IconMailX, IconMailDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Callback } from '../../api/tasks';
import { Badge, type Tone } from '../../ui/Badge';
import { JsonView } from '../../ui/JsonView';
import { Section } from '../../ui/Section';
import { TimeText } from '../../ui/TimeText';
import { headerLines } from './exchanges';

const TONES: Record<string, Tone> = { ACCEPTED: 'green', EARLY: 'green', LATE: 'orange', FORGED: 'red', INVALID: 'red', STALE: 'red' };

/** Answers that came later, each with what was made of it. */
export function Callbacks({ callbacks }: { callbacks: Callback[] }) {
  const { t } = useTranslation();
  if (callbacks.length === 0) {
    return null;
  }
  return (
    <Section title={t('synclog.record.callbacks')} testId="callbacks">
      <Stack gap="md">
        {callbacks.map((callback) => {
          const tone = TONES[callback.verdict] ?? 'gray';
          const icon = tone === 'red' ? IconMailX : tone === 'green' ? IconMailCheck : IconMailDown;
          return (
            <div key={callback.receivedAt + callback.webhookId}>
              <Text size="sm" mb={6} component="div">
                <Badge
                  tone={tone}
                  icon={icon}
                  label={t(`synclog.verdict.${callback.verdict}.label`, { defaultValue: callback.verdict })}
                  help={t(`synclog.verdict.${callback.verdict}.help`, { defaultValue: '' })}
                />{' '}
                <TimeText at={callback.receivedAt} /> {callback.message && `· ${callback.message}`}{' '}
                {(callback.repeats ?? 0) > 0 && t('synclog.record.repeats', { count: callback.repeats })}
              </Text>
              <JsonView value={headerLines(callback.headers)} raw label={t('synclog.record.headers')} />
              <div style={{ height: 6 }} />
              {callback.body && <JsonView value={callback.body} label={t('synclog.record.body')} />}
            </div>
          );
        })}
      </Stack>
    </Section>
  );
}
