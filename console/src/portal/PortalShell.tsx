import { Badge, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChecklist, IconListDetails, IconShoppingCart, IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import { Preferences } from '../shell/Preferences';
import styles from '../shell/Shell.module.css';
import { UserMenu } from '../shell/UserMenu';

const ITEMS = [
  { to: '/portal/access', label: 'portal.nav.access', icon: IconUserCheck },
  { to: '/portal/request', label: 'portal.nav.request', icon: IconShoppingCart },
  { to: '/portal/requests', label: 'portal.nav.requests', icon: IconListDetails },
  { to: '/portal/approvals', label: 'portal.nav.approvals', icon: IconChecklist },
] as const;

/** The frame of the portal: for users, who see nothing of the administration. */
export function PortalShell() {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 899px)', window.innerWidth < 900);
  return (
    <div className={styles.shell} data-narrow={narrow}>
      <a href="#main" className={styles.skip}>
        {t('shell.skip')}
      </a>
      <nav className={styles.nav} aria-label={t('portal.navigation')}>
        <Link to="/portal/access" className={styles.brand}>
          <img src="/favicon.svg" alt="" width={26} height={26} />
          {!narrow && 'Syncline'}
        </Link>
        {ITEMS.map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} className={styles.link}>
            <Icon size={18} stroke={1.7} aria-hidden />
            {narrow ? <VisuallyHidden>{t(label)}</VisuallyHidden> : t(label)}
            {to === '/portal/approvals' && <OpenApprovals />}
          </Link>
        ))}
        <div className={styles.foot}>
          <Preferences narrow={narrow} />
          <UserMenu narrow={narrow} ownSignIn="/portal/sign-in" />
        </div>
      </nav>
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

function OpenApprovals() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['/portal/approvals/count'],
    queryFn: ({ signal }) => get<{ open: number }>('/portal/approvals/count', {}, signal),
    refetchInterval: 15_000,
  });
  return data && data.open > 0 ? (
    <Badge size="sm" circle={data.open < 10} role="img" aria-label={t('portal.openApprovals', { count: data.open })} data-testid="approval-count">
      {data.open}
    </Badge>
  ) : null;
}
