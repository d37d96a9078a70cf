import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconHistory,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Preferences } from './Preferences';
import styles from './Shell.module.css';
import { UserMenu } from './UserMenu';

const ITEMS = [
  { to: '/', label: 'nav.log', icon: IconHistory },
] as const;

export function Navigation({ narrow, onFold }: { narrow: boolean; onFold: () => void }) {
  const { t } = useTranslation();
  const fold = narrow ? t('shell.unfold') : t('shell.fold');
  return (
    <nav className={styles.nav} aria-label={t('shell.navigation')}>
      <Link to="/" className={styles.brand}>
        <img src="/favicon.svg" alt="" width={26} height={26} />
        {!narrow && 'Syncline'}
      </Link>
      {ITEMS.map(({ to, label, icon: Icon }) => (
        <Tooltip key={to} label={t(label)} position="right" disabled={!narrow}>
          <Link to={to} className={styles.link} aria-label={t(label)}>
            <Icon size={18} stroke={1.7} aria-hidden />
            {!narrow && t(label)}
          </Link>
        </Tooltip>
      ))}
      <div className={styles.foot}>
        <Tooltip label={fold} position="right">
          <ActionIcon variant="subtle" color="gray" aria-label={fold} onClick={onFold} ml={5}>
            {narrow ? <IconLayoutSidebarLeftExpand size={18} /> : <IconLayoutSidebarLeftCollapse size={18} />}
          </ActionIcon>
        </Tooltip>
        <Preferences narrow={narrow} />
        <UserMenu narrow={narrow} />
      </div>
    </nav>
  );
}
