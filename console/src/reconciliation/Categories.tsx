import { Group, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FindingCount, Kind } from '../api/reconciliation';
import type { ObjectType } from '../api/tasks';
import { EmptyState } from '../ui/EmptyState';
import { amount } from '../ui/format';
import { categoriesOf } from './counts';
import styles from './Reconciliation.module.css';

interface CategoriesProps {
  counts: FindingCount[];
  chosen?: { objectType: ObjectType; kind: Kind };
  onChoose: (type: ObjectType, kind: Kind) => void;
}

/** What was found, by category, with how many there are and how many wait for a decision. */
export function Categories({ counts, chosen, onChoose }: CategoriesProps) {
  const { t } = useTranslation();
  const categories = categoriesOf(counts);
  if (categories.length === 0) {
    return <EmptyState title={t('reconciliation.nothing')} hint={t('reconciliation.nothingHint')} />;
  }
  return (
    <Group gap="xs" mb="sm" role="group" aria-label={t('reconciliation.categories')}>
      {categories.map(({ objectType, kind, count, open }) => (
        <UnstyledButton
          key={`${objectType}-${kind}`}
          className={styles.category}
          aria-pressed={chosen?.objectType === objectType && chosen.kind === kind}
          data-testid={`category-${objectType}-${kind}`}
          onClick={() => onChoose(objectType, kind)}
        >
          <Text size="xs" c="dimmed">
            {t(`reconciliation.many.${objectType}`)}
          </Text>
          <Text size="sm" fw={550}>
            {t(`reconciliation.kind.${kind}`)}
          </Text>
          <Text size="sm">
            {kind === 'LINKED' || open === count ? amount(count) : t('reconciliation.openOf', { open: amount(open), count: amount(count) })}
          </Text>
        </UnstyledButton>
      ))}
    </Group>
  );
}
