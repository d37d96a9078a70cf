import { Button } from '@mantine/core';
import { IconMoodCheck, IconSearchOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Facets } from '../api/tasks';
import { EmptyState } from '../ui/EmptyState';
import { countOf } from './counts';
import { isNarrowed, needsAPerson, orderOf, widened, type LogSearch } from './search';

/** How many tasks the list shows, in words. */
export function Count({ facets, search }: { facets: Facets | undefined; search: LogSearch }) {
  const { t } = useTranslation();
  if (!facets) {
    return <span>&nbsp;</span>;
  }
  const key = needsAPerson(search) ? 'loglist.countAttention' : 'loglist.countAll';
  const order = t(`loglist.order.${orderOf(search)}`);
  return <span>{t(key, { count: facets.total, number: countOf(t, facets.total), order })}</span>;
}

interface NothingThereProps {
  search: LogSearch;
  onChange: (search: LogSearch) => void;
}

/** An empty list says why it is empty, and what to do next. */
export function NothingThere({ search, onChange }: NothingThereProps) {
  const { t } = useTranslation();
  if (isNarrowed(search)) {
    return (
      <EmptyState
        icon={IconSearchOff}
        title={t('synclog.emptyNarrowed')}
        hint={t('synclog.emptyNarrowedHint')}
        action={
          <Button variant="light" onClick={() => onChange(widened(search))}>
            {t('synclog.clearFilters')}
          </Button>
        }
      />
    );
  }
  if (!needsAPerson(search)) {
    return <EmptyState title={t('synclog.emptyAll')} hint={t('synclog.emptyAllHint')} />;
  }
  return (
    <EmptyState
      icon={IconMoodCheck}
      title={t('synclog.emptyAttention')}
      hint={t('synclog.emptyAttentionHint')}
      action={
        <Button variant="light" onClick={() => onChange({ view: 'all' })}>
          {t('synclog.all')}
        </Button>
      }
    />
  );
}
