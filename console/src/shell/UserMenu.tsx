import { Menu, UnstyledButton } from '@mantine/core';
import { IconKey, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery, useSignOut } from '../session/session';
import { MenuItemLink } from '../ui/links';
import styles from './Shell.module.css';

/** Who is signed in. @param ownSignIn the page of the own sign-in: the console's or the portal's */
export function UserMenu({ narrow, ownSignIn }: { narrow: boolean; ownSignIn: '/my-sign-in' | '/portal/sign-in' }) {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  const signOut = useSignOut();
  const name = session?.user.displayName || session?.user.userName;
  return (
    <Menu position="right-end" width={200}>
      <Menu.Target>
        <UnstyledButton className={styles.link} aria-label={t('shell.userMenu', { name })} data-testid="user-menu">
          <IconUserCircle size={18} stroke={1.7} aria-hidden />
          {!narrow && <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{name}</span>}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{name}</Menu.Label>
        <MenuItemLink leftSection={<IconKey size={15} />} to={ownSignIn}>
          {t('session.mySignIn')}
        </MenuItemLink>
        <Menu.Item leftSection={<IconLogout size={15} />} onClick={() => signOut.mutate()}>
          {t('session.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
