import { Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Batch } from '../api/bulk';
import { amount } from '../ui/format';
import { TextLink } from '../ui/links';
import { COUNTED } from './batches';

/** How far changes of users are: the bar counts users; how the tasks that follow from them are doing stands below it. */
export function UsersProgress({ batch, bare }: { batch: Batch; bare: boolean }) {
  const { t } = useTranslation();
  const whole = Math.max(1, batch.total - batch.bad);
  const parts = COUNTED.filter(([count]) => batch.tasks[count] > 0);
  return (
    <div>
      <Progress.Root size={bare ? 8 : 14} role="group" aria-label={t('imports.progress')}>
        <Progress.Section value={(batch.opened / whole) * 100} color="green.6" aria-label={t('lifecycle.upload.changed')} />
        <Progress.Section value={(batch.skipped / whole) * 100} color="gray.5" aria-label={t('lifecycle.upload.unchanged')} />
      </Progress.Root>
      {!bare && (
        <Group gap="lg" mt="sm" data-testid="counts">
          <Text size="sm">
            {t('lifecycle.upload.changed')} <b>{amount(batch.opened)}</b>
          </Text>
          <Text size="sm">
            {t('lifecycle.upload.unchanged')} {amount(batch.skipped)}
          </Text>
          {parts.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('lifecycle.upload.tasks')}
            </Text>
          )}
          {parts.map(([count, status]) => (
            <Text size="sm" key={count} component="span" data-count={count}>
              {t(`imports.count.${count}`)}{' '}
              <TextLink to="/log" search={{ view: 'all', batch: [batch.id], status: [status] }}>
                {amount(batch.tasks[count])}
              </TextLink>
            </Text>
          ))}
        </Group>
      )}
    </div>
  );
}
