import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facets } from '../api/tasks';
import { useClock } from '../ui/TimeText';
import { Chips } from './filter/Chips';
import { QueryLine, type LineHandle } from './filter/QueryLine';
import { useDirectory } from './filter/useDirectory';
import styles from './Log.module.css';
import type { LogSearch } from './search';

interface FilterBarProps {
  search: LogSearch;
  facets: Facets | undefined;
  onChange: (search: LogSearch) => void;
  lineRef: Ref<LineHandle>;
  facetsShown: boolean;
  onToggleFacets: () => void;
  children?: ReactNode;
}

/** The filters twice: as a line to type, and as chips to click. */
export function FilterBar({ search, facets, onChange, lineRef, facetsShown, onToggleFacets, children }: FilterBarProps) {
  const { t } = useTranslation();
  const { zone } = useClock();
  const directory = useDirectory(search, facets);
  const filters = facetsShown ? t('synclog.hideFilters') : t('synclog.showFilters');
  return (
    <>
      <div className={styles.bar}>
        <Tooltip label={filters}>
          <ActionIcon variant={facetsShown ? 'light' : 'default'} size={30} aria-label={filters} aria-pressed={facetsShown} onClick={onToggleFacets}>
            <IconAdjustmentsHorizontal size={16} />
          </ActionIcon>
        </Tooltip>
        <QueryLine search={search} facets={facets} directory={directory} zone={zone} onChange={onChange} lineRef={lineRef} />
        {children}
      </div>
      <Chips search={search} facets={facets} names={directory.names} titleOf={directory.titleOf} onChange={onChange} />
    </>
  );
}
