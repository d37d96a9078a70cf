import { ActionIcon, Checkbox, Menu, Switch, Tooltip } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconColumns } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { COLUMN_IDS } from './columns';

/** Columns hidden and rows drawn narrow: kept for this browser. */
export function useListOptions() {
  const [hidden, setHidden] = useLocalStorage<string[]>({ key: 'syncline.log.hidden', defaultValue: [], getInitialValueInEffect: false });
  const [dense, setDense] = useLocalStorage({ key: 'syncline.log.dense', defaultValue: false, getInitialValueInEffect: false });
  return { hidden, setHidden, dense, setDense };
}

export function ListOptions({ options }: { options: ReturnType<typeof useListOptions> }) {
  const { t } = useTranslation();
  const { hidden, setHidden, dense, setDense } = options;
  const toggle = (id: string) => setHidden(hidden.includes(id) ? hidden.filter((one) => one !== id) : [...hidden, id]);
  return (
    <Menu closeOnItemClick={false} position="bottom-end" width={220}>
      <Menu.Target>
        <Tooltip label={t('synclog.columns')}>
          <ActionIcon variant="default" size={30} aria-label={t('synclog.columns')}>
            <IconColumns size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('synclog.columns')}</Menu.Label>
        {COLUMN_IDS.map((id) => (
          <Menu.Item key={id} onClick={() => toggle(id)} leftSection={<Checkbox size="xs" checked={!hidden.includes(id)} readOnly tabIndex={-1} aria-hidden />}>
            {t(`synclog.column.${id}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => setDense(!dense)} leftSection={<Switch size="xs" checked={dense} readOnly tabIndex={-1} aria-hidden />}>
          {t('synclog.dense')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
