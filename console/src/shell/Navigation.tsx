import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconApps,
  IconBell,
  IconBox,
  IconBuilding,
  IconChecks,
  IconFileImport,
  IconHistory,
  IconId,
  IconLayoutDashboard,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconSettings,
  IconShieldCheck,
  IconTools,
  IconUserQuestion,
  IconUserSearch,
  IconUserShield,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { isOn, needsOf, useModules } from '../modules/modules';
import { maySee, useMay } from '../rights/rights';
import { Preferences } from './Preferences';
import styles from './Shell.module.css';
import { UserMenu } from './UserMenu';

const ITEMS = [
  { to: '/dashboard', label: 'nav.dashboard', icon: IconLayoutDashboard },
  { to: '/log', label: 'nav.log', icon: IconHistory },
  { to: '/failures', label: 'nav.failures', icon: IconAlertTriangle },
  { to: '/repairs', label: 'nav.repairs', icon: IconTools },
  { to: '/applications', label: 'nav.applications', icon: IconApps },
  { to: '/accounts', label: 'nav.accounts', icon: IconId },
  { to: '/users', label: 'nav.users', icon: IconUsers },
  { to: '/organizations', label: 'nav.organizations', icon: IconBuilding },
  { to: '/groups', label: 'nav.groups', icon: IconUsersGroup },
  { to: '/policies', label: 'nav.policies', icon: IconUserShield },
  { to: '/packages', label: 'nav.packages', icon: IconBox },
  { to: '/requests', label: 'nav.requests', icon: IconUserQuestion },
  { to: '/imports', label: 'nav.imports', icon: IconFileImport },
  { to: '/governance/account-policies', label: 'nav.accountPolicies', icon: IconUserSearch, group: 'nav.governance' },
  { to: '/governance/compliance', label: 'nav.compliance', icon: IconShieldCheck },
  { to: '/proposals', label: 'nav.proposals', icon: IconChecks, apart: true },
  { to: '/notifications', label: 'nav.notifications', icon: IconBell },
  { to: '/settings', label: 'nav.settings', icon: IconSettings },
] as const;

export function Navigation({ narrow, onFold }: { narrow: boolean; onFold: () => void }) {
  const { t } = useTranslation();
  const modules = useModules();
  const may = useMay();
  const items = ITEMS.filter(({ to }) => {
    const needs = needsOf(to);
    return (needs === null || isOn(needs, modules)) && maySee(to, may);
  });
  const fold = narrow ? t('shell.unfold') : t('shell.fold');
  return (
    <nav className={styles.nav} aria-label={t('shell.navigation')}>
      <Link to="/dashboard" className={styles.brand}>
        <img src="/favicon.svg" alt="" width={26} height={26} />
        {!narrow && 'Syncline'}
      </Link>
      {items.map(({ to, label, icon: Icon, ...more }) => (
        <Fragment key={to}>
          {'apart' in more && <div className={styles.apart} />}
          {'group' in more && !narrow && <div className={styles.group}>{t(more.group)}</div>}
          <Tooltip label={t(label)} position="right" disabled={!narrow}>
            <Link to={to} className={styles.link} aria-label={t(label)}>
              <Icon size={18} stroke={1.7} aria-hidden />
              {!narrow && t(label)}
            </Link>
          </Tooltip>
        </Fragment>
      ))}
      <div className={styles.foot}>
        <Tooltip label={fold} position="right">
          <ActionIcon variant="subtle" color="gray" aria-label={fold} onClick={onFold} ml={5}>
            {narrow ? <IconLayoutSidebarLeftExpand size={18} /> : <IconLayoutSidebarLeftCollapse size={18} />}
          </ActionIcon>
        </Tooltip>
        <Preferences narrow={narrow} />
        <UserMenu narrow={narrow} ownSignIn="/my-sign-in" />
      </div>
    </nav>
  );
}
