import { Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Batch } from '../api/bulk';
import { amount } from '../ui/format';
import { TextLink } from '../ui/links';
import { COUNTED } from './batches';
import { UsersProgress } from './UsersProgress';

/** How far the batch is: one bar, coloured by what became of its rows; below it the counts, each leading to its records. */
export function BatchProgress({ batch, bare = false }: { batch: Batch; bare?: boolean }) {
  const { t } = useTranslation();
  const whole = Math.max(1, batch.total - batch.bad);
  const parts = COUNTED.filter(([count]) => batch.tasks[count] > 0);
  if (batch.kind === 'USERS') {
    return <UsersProgress batch={batch} bare={bare} />;
  }
  const settled = batch.tasks.succeeded + batch.tasks.confirmed + batch.tasks.superseded + batch.tasks.cancelled + batch.skipped;
  return (
    <div>
      <Progress.Root size={bare ? 8 : 14} role="group" aria-label={t('imports.progress')}>
        {parts.map(([count, , colour]) => (
          <Progress.Section key={count} value={(batch.tasks[count] / whole) * 100} color={colour} aria-label={t(`imports.count.${count}`)} />
        ))}
        {batch.skipped > 0 && <Progress.Section value={(batch.skipped / whole) * 100} color="gray.5" aria-label={t('imports.count.skipped')} />}
      </Progress.Root>
      {!bare && (
        <Group gap="lg" mt="sm" data-testid="counts">
          <Text size="sm">
            <b>{amount(settled)}</b> {t('imports.ofSettled', { total: amount((batch.total - batch.bad)) })}
          </Text>
          {parts.map(([count, status]) => (
            <Text size="sm" key={count} component="span" data-count={count}>
              {t(`imports.count.${count}`)}{' '}
              <TextLink to="/log" underline="always" search={{ view: 'all', batch: [batch.id], status: [status] }}>
                {amount(batch.tasks[count])}
              </TextLink>
            </Text>
          ))}
          {batch.skipped > 0 && (
            <Text size="sm">
              {t('imports.count.skipped')} {amount(batch.skipped)}
            </Text>
          )}
        </Group>
      )}
    </div>
  );
}
