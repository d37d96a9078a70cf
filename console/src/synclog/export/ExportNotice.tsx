import { Button, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { amount } from '../../ui/format';

interface ExportProgressProps {
  rows: number;
  /** How many it will be, as far as it is known. */
  about: number | undefined;
  onCancel: () => void;
}

export function ExportProgress({ rows, about, onCancel }: ExportProgressProps) {
  const { t } = useTranslation();
  return (
    <div data-testid="export-progress">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {about && rows <= about ? t('loglist.export.of', { rows: amount(rows), about: amount(about) }) : t('loglist.export.soFar', { rows: amount(rows) })}
        </Text>
        <Button size="compact-xs" variant="subtle" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </Group>
      {about !== undefined && about > 0 && <Progress size="sm" mt={6} value={Math.min(100, (100 * rows) / about)} aria-label={t('loglist.export.title')} />}
    </div>
  );
}

export function ExportDone({ rows, name }: { rows: number; name: string }) {
  const { t } = useTranslation();
  return <span data-testid="export-done">{t('loglist.export.done', { count: rows, rows: amount(rows), name })}</span>;
}
