import { ActionIcon, Menu } from '@mantine/core';
import { IconBookmark, IconChevronDown, IconHome, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { startQuery, viewsQuery } from '../../api/views';
import { MenuItemLink } from '../../ui/links';
import type { ColumnId, LogSearch } from '../search';
import { useViewChanges } from './useViewChanges';
import { ViewDialog, type Wanted } from './ViewDialog';
import { DeleteViewDialog } from './DeleteViewDialog';
import { ViewMenu } from './ViewMenu';
import styles from './Views.module.css';
import { allViews, currentView, isStart, shows, type View } from './views';

interface ViewTabsProps {
  search: LogSearch;
  /** Columns shown now, which a saved view keeps. */
  columns: readonly ColumnId[];
  /** A dialog was opened or closed. */
  onDialog: (open: boolean) => void;
}

/** Saved views that stand beside the shipped ones; the rest is in a menu. */
const BESIDE = 4;

/** The views of the log, each a link to its address, and what can be done with the one that is shown. */
export function ViewTabs({ search, columns, onDialog }: ViewTabsProps) {
  const { t } = useTranslation();
  const { data: saved = [] } = useQuery(viewsQuery);
  const { data: start } = useQuery(startQuery);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [doomed, setDoomed] = useState<View | null>(null);
  const changes = useViewChanges();
  const views = allViews(saved);
  const current = currentView(views, search);
  const changed = current !== undefined && !shows(current, search);
  const [tabs, more] = split(views, current);
  const nameOf = (view: View) => view.saved?.name ?? t(`loglist.view.shipped.${view.shipped}`);
  const show = <T,>(set: (value: T | null) => void) => (value: T | null) => {
    set(value);
    onDialog(value !== null);
  };
  return (
    <nav className={styles.tabs} aria-label={t('loglist.view.title')}>
      {tabs.map((view) => (
        <span key={view.key} className={styles.tab} data-current={view === current} data-testid="view">
          <Link to="/log" search={view.search} className={styles.link} activeProps={{}} aria-current={view === current && !changed ? 'page' : undefined}>
            {isStart(view, start) && <IconHome size={13} aria-label={t('loglist.view.isStart')} />}
            {view.saved?.shared && <IconUsers size={13} aria-label={t('loglist.view.isShared')} />}
            {nameOf(view)}
            {view === current && changed && <i className={styles.changed} role="img" title={t('loglist.view.changed')} aria-label={t('loglist.view.changed')} />}
          </Link>
          {view === current && (
            <ViewMenu view={view} changed={changed} isStart={isStart(view, start)} search={search} columns={columns} onSave={show(setWanted)} onDelete={show(setDoomed)} changes={changes} />
          )}
        </span>
      ))}
      {more.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <button type="button" className={styles.more}>
              {t('loglist.view.more', { count: more.length })}
              <IconChevronDown size={13} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown mah={400} style={{ overflowY: 'auto' }}>
            {more.map((view) => (
              <MenuItemLink key={view.key} to="/log" search={view.search} leftSection={view.saved?.shared && <IconUsers size={14} />}>
                {nameOf(view)}
              </MenuItemLink>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {(changed || !current) && (
        <ActionIcon variant="subtle" size="sm" aria-label={t('loglist.view.save')} title={t('loglist.view.save')} onClick={() => show(setWanted)({ name: '', shared: false })}>
          <IconBookmark size={15} />
        </ActionIcon>
      )}
      {wanted && <ViewDialog wanted={wanted} search={search} columns={columns} onClose={() => show(setWanted)(null)} />}
      {doomed?.saved && <DeleteViewDialog view={doomed.saved} onClose={() => show(setDoomed)(null)} />}
    </nav>
  );
}

/** The current view is always among those that are seen. */
function split(views: View[], current: View | undefined): [View[], View[]] {
  const shipped = views.filter(({ saved }) => saved === null);
  const own = views.filter(({ saved }) => saved !== null);
  const at = own.indexOf(current as View);
  const beside = at >= BESIDE ? [...own.slice(0, BESIDE - 1), own[at] as View] : own.slice(0, BESIDE);
  return [[...shipped, ...beside], own.filter((view) => !beside.includes(view))];
}
