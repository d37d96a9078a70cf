import { Group, SegmentedControl, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../../api/tasks';
import { Section } from '../../ui/Section';
import { attemptsOf, exchangesOf } from './exchanges';
import { ExchangeView } from './ExchangeView';

/** Third and fourth part: every request as it was sent, beside what came back; of one try at a time, the last one first. */
export function Exchanges({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const [raw, setRaw] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const exchanges = exchangesOf(task);
  const attempts = attemptsOf(exchanges);
  // Whoever looks at the last try goes on to the next one when it is made.
  const attempt = chosen !== null && attempts.includes(chosen) ? chosen : attempts.at(-1);
  return (
    <Section
      title={t('synclog.record.exchanges')}
      testId="exchanges"
      aside={
        exchanges.length > 0 && (
          <Group gap="xs">
            {attempts.length > 1 && (
              <Select
                size="xs"
                w={150}
                aria-label={t('record.whichTry')}
                allowDeselect={false}
                data={attempts.toReversed().map((number) => ({ value: String(number), label: t('record.tryOf', { number, count: attempts.length }) }))}
                value={String(attempt)}
                onChange={(value) => setChosen(Number(value) === attempts.at(-1) ? null : Number(value))}
              />
            )}
            <SegmentedControl
              size="xs"
              aria-label={t('synclog.record.shownAs')}
              value={raw ? 'raw' : 'pretty'}
              onChange={(value) => setRaw(value === 'raw')}
              data={[
                { value: 'pretty', label: t('synclog.record.pretty') },
                { value: 'raw', label: t('synclog.record.raw') },
              ]}
            />
          </Group>
        )
      }
    >
      {exchanges.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('synclog.record.noExchanges')}
        </Text>
      )}
      {exchanges
        .filter((exchange) => exchange.attempt === attempt)
        .map((exchange) => (
          <ExchangeView key={`${exchange.attempt}:${exchange.seq}`} exchange={exchange} raw={raw} />
        ))}
    </Section>
  );
}
