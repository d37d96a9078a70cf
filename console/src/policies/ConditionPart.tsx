import { Button, Group, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { MatchingCount } from '../api/policies';
import { asProblem } from '../api/problem';
import { useMay } from '../rights/rights';
import { amount } from '../ui/format';
import { TextLink } from '../ui/links';
import { MatchingUsers } from './MatchingUsers';

interface ConditionPartProps {
  condition: string;
  error?: string;
  onChange: (condition: string) => void;
}

/** The condition, with the users it matches counted while it is written. */
export function ConditionPart({ condition, error, onChange }: ConditionPartProps) {
  const { t } = useTranslation();
  const [settled] = useDebouncedValue(condition.trim(), 400);
  const [listed, setListed] = useState(false);
  const may = useMay()('ADMINISTER_POLICIES');
  const matching = useQuery({
    queryKey: ['/policies', 'matching', settled],
    queryFn: () => post<MatchingCount>('/policies/matching', { condition: settled }),
    enabled: may && settled !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  const mistake = matching.error ? asProblem(matching.error).message : undefined;
  const count = mistake || settled === '' ? undefined : matching.data;
  return (
    <>
      <Textarea
        label={t('policies.condition')}
        description={t('policies.conditionHelp')}
        required
        autosize
        minRows={2}
        maxRows={10}
        maxLength={4000}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={condition}
        error={mistake ?? error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div aria-live="polite">
        {count && (
          <Group mt="sm" gap="md" data-testid="matching">
            <Text size="sm">
              <b>{t(count.estimated ? 'policies.matchesAbout' : 'policies.matches', { count: count.count, number: amount(count.count), total: amount(count.total) })}</b>
            </Text>
            <Text size="sm" c="dimmed" style={{ flex: 1, minWidth: 200 }} lineClamp={2}>
              {count.sample.slice(0, 6).map((user, index) => (
                <span key={user.id}>
                  {index > 0 && ', '}
                  <TextLink to="/users/$userId" params={{ userId: user.id }} c="dimmed">
                    {user.displayName || user.userName}
                  </TextLink>
                </span>
              ))}
              {count.count > 6 && ' …'}
            </Text>
            {count.count > 0 && (
              <Button size="xs" variant="default" onClick={() => setListed(true)}>
                {t('policies.listUsers')}
              </Button>
            )}
          </Group>
        )}
      </div>
      {listed && <MatchingUsers condition={settled} onClose={() => setListed(false)} />}
    </>
  );
}
