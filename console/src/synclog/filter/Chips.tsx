import { ActionIcon, Button, Popover, UnstyledButton } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facets } from '../../api/tasks';
import { useClock } from '../../ui/TimeText';
import styles from '../Log.module.css';
import { isRelative } from '../moments';
import type { Names } from '../query/names';
import { isNarrowed, widened, type LogSearch } from '../search';
import { ADDABLE, chipsOf, isEditable, nameOfFilter, type Chip, type ChipKind } from './chips';
import { FilterEditor } from './FilterEditor';

interface ChipsProps {
  search: LogSearch;
  facets: Facets | undefined;
  names: Names;
  titleOf: (id: string) => string | undefined;
  onChange: (search: LogSearch) => void;
}

/** The filters one by one: each can be changed, taken away, and others added. */
export function Chips(props: ChipsProps) {
  const { search, facets, names, titleOf, onChange } = props;
  const { t } = useTranslation();
  const { say } = useClock();
  const moment = (at: string) => (isRelative(at) ? t(`loglist.ago.${at.slice(-1)}`, { count: Number(at.slice(1, -1)) }) : say(at, 'minutes'));
  const period = (from: string | undefined, to: string | undefined) =>
    from && to ? t('loglist.period.between', { from: moment(from), to: moment(to) }) : from ? t('loglist.period.since', { at: moment(from) }) : t('loglist.period.before', { at: moment(to ?? '') });
  return (
    <div className={styles.chips} role="group" aria-label={t('synclog.filters')}>
      {chipsOf(search, { t, facets, names, titleOf, period }).map((chip) => (
        <OneChip key={chip.kind} chip={chip} {...props} />
      ))}
      <AddFilter {...props} />
      {isNarrowed(search) && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => onChange(widened(search))}>
          {t('synclog.clearFilters')}
        </Button>
      )}
    </div>
  );
}

function OneChip({ chip, ...props }: ChipsProps & { chip: Chip }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const text = chip.values === '' ? chip.name : t('loglist.chip.text', { name: chip.name, values: chip.values });
  return (
    <span className={styles.chip} data-testid="chip" data-filter={chip.kind}>
      {isEditable(chip.kind) ? (
        <Popover opened={opened} onChange={setOpened} position="bottom-start" width={280} trapFocus returnFocus withinPortal>
          <Popover.Target>
            <UnstyledButton className={styles.chipText} title={text} onClick={() => setOpened(!opened)}>
              {text}
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown aria-label={chip.name}>
            <FilterEditor kind={chip.kind} {...props} />
          </Popover.Dropdown>
        </Popover>
      ) : (
        <span className={styles.chipText} title={text}>
          {text}
        </span>
      )}
      <ActionIcon size="xs" radius="xl" variant="transparent" color="gray" aria-label={t('synclog.removeFilter', { filter: text })} onClick={() => props.onChange(chip.without)}>
        <IconX size={12} />
      </ActionIcon>
    </span>
  );
}

function AddFilter(props: ChipsProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [kind, setKind] = useState<ChipKind | null>(null);
  const toggle = (open: boolean) => {
    setOpened(open);
    if (open) {
      setKind(null);
    }
  };
  return (
    <Popover opened={opened} onChange={toggle} position="bottom-start" width={280} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={13} />} onClick={() => toggle(!opened)}>
          {t('loglist.chip.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={kind ? nameOfFilter(t, kind) : t('loglist.chip.add')}>
        {kind ? (
          <FilterEditor kind={kind} {...props} />
        ) : (
          <div className={styles.checks}>
            {ADDABLE.map((one) => (
              <UnstyledButton key={one} className={styles.value} onClick={() => setKind(one)}>
                {nameOfFilter(t, one)}
              </UnstyledButton>
            ))}
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
