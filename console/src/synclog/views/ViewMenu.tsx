import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconChevronDown, IconCopyPlus, IconDeviceFloppy, IconHome, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MenuItemLink } from '../../ui/links';
import { notify } from '../../ui/notify';
import type { ColumnId, LogSearch } from '../search';
import type { useViewChanges } from './useViewChanges';
import type { Wanted } from './ViewDialog';
import { addressOf, type View } from './views';

interface ViewMenuProps {
  view: View;
  /** Whether the list shows something else by now. */
  changed: boolean;
  isStart: boolean;
  search: LogSearch;
  columns: readonly ColumnId[];
  onSave: (wanted: Wanted) => void;
  onDelete: (view: View) => void;
  changes: ReturnType<typeof useViewChanges>;
}

/** What can be done with the view that is shown; the server says whether it may be changed. */
export function ViewMenu({ view, changed, isStart, search, columns, onSave, onDelete, changes }: ViewMenuProps) {
  const { t } = useTranslation();
  const { saved } = view;
  const mine = saved?.mayChange ? saved : null;
  const store = () => mine && changes.change.mutate({ view: mine, body: { name: mine.name, shared: mine.shared, address: addressOf({ ...search, columns: [...columns] }) } }, { onError: notify.failed });
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('loglist.view.menu')}>
          <IconChevronDown size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {saved && <Menu.Label>{saved.shared ? t('loglist.view.sharedBy', { name: saved.owner.name }) : t('loglist.view.personal')}</Menu.Label>}
        {mine && changed && (
          <Menu.Item leftSection={<IconDeviceFloppy size={15} />} onClick={store}>
            {t('loglist.view.store')}
          </Menu.Item>
        )}
        {changed && (
          <MenuItemLink to="/log" search={view.search} leftSection={<IconArrowBackUp size={15} />}>
            {t('loglist.view.reset')}
          </MenuItemLink>
        )}
        <Menu.Item leftSection={<IconCopyPlus size={15} />} onClick={() => onSave({ name: '', shared: false })}>
          {t('loglist.view.saveAs')}
        </Menu.Item>
        <Menu.Item leftSection={<IconHome size={15} />} disabled={isStart} onClick={() => changes.start.mutate(view, { onError: notify.failed })}>
          {t('loglist.view.makeStart')}
        </Menu.Item>
        {mine && (
          <>
            <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => onSave({ name: mine.name, shared: mine.shared, view: mine })}>
              {t('loglist.view.rename')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={() => onDelete(view)}>
              {t('loglist.view.delete')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
