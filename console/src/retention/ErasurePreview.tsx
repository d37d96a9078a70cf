import { Alert, List, Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../ui/Facts';
import { amount } from '../ui/format';
import { TextLink } from '../ui/links';
import { type ErasurePlan, type Obstacle, obstacles } from './retention';

/** What would be erased of a person, and what has to be seen to before. */
export function ErasurePreview({ plan }: { plan: ErasurePlan }) {
  const { t } = useTranslation();
  const found = obstacles(plan);
  return (
    <div data-testid="erasure-plan">
      <Text size="sm" fw={600} mb={6}>
        {t('retention.wouldErase')}
      </Text>
      <Facts
        facts={[
          [t('retention.tasks'), amount(plan.tasks)],
          [t('retention.payloads'), amount(plan.payloads)],
          [t('retention.entries'), amount(plan.entries)],
        ]}
      />
      <Text size="sm" c="dimmed" mt="xs">
        {t('retention.whatStays')}
      </Text>
      {found.length > 0 && (
        <Alert color="red" icon={<IconHandStop aria-hidden />} title={t('retention.forbidden')} mt="sm" data-testid="obstacles">
          <List size="sm" spacing={6}>
            {found.map((obstacle) => (
              <List.Item key={obstacle}>
                <ObstacleText obstacle={obstacle} plan={plan} />
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  );
}

function ObstacleText({ obstacle, plan }: { obstacle: Obstacle; plan: ErasurePlan }): ReactNode {
  const { t } = useTranslation();
  switch (obstacle) {
    case 'stillThere':
      return (
        <>
          {t('retention.obstacle.stillThere')}{' '}
          <TextLink to="/users/$userId" params={{ userId: plan.userId }} underline="always">
            {t('retention.openUser')}
          </TextLink>
        </>
      );
    case 'unsettled':
      return (
        <>
          {t('retention.obstacle.unsettled', { count: plan.unsettled, amount: amount(plan.unsettled) })}{' '}
          <TextLink to="/log" search={{ user: [plan.userId] }} underline="always">
            {t('retention.openTasks')}
          </TextLink>
        </>
      );
    case 'held':
      return plan.holds.map((hold) => (
        <div key={hold.id}>
          {t('retention.obstacle.held', {
            type: t(`retention.subjectType.${hold.subjectType}`),
            name: hold.subjectName ?? hold.subjectId,
            reason: hold.reason,
          })}
        </div>
      ));
  }
}
