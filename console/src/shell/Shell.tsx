import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ModuleGate } from '../modules/ModuleGate';
import { RightsGate } from '../rights/RightsGate';
import { endedQuery } from '../session/ended';
import { later } from '../ui/later';
import { Navigation } from './Navigation';
import styles from './Shell.module.css';

const Notices = lazy(() => import('./Notices'));
const SignInAgain = later(() => import('../session/SignInAgain').then((part) => part.SignInAgain));

/** The frame of every page: navigation at the left, the page at the right. */
export function Shell() {
  const { t } = useTranslation();
  const small = useMediaQuery('(max-width: 1199px)', window.innerWidth < 1200);
  const [folded, setFolded] = useLocalStorage<boolean | null>({ key: 'syncline.nav', defaultValue: null, getInitialValueInEffect: false });
  const narrow = folded ?? small;
  return (
    <div className={styles.shell} data-narrow={narrow}>
      <a href="#main" className={styles.skip}>
        {t('shell.skip')}
      </a>
      <Navigation narrow={narrow} onFold={() => setFolded(!narrow)} />
      <main id="main" className={styles.main} tabIndex={-1}>
        <RightsGate>
          <ModuleGate>
            <Outlet />
          </ModuleGate>
        </RightsGate>
      </main>
    </div>
  );
}

/** Around every page, also the sign-in. Notices stand inside the router, so that they may hold links. */
export function Root() {
  const { data: ended } = useQuery(endedQuery);
  return (
    <>
      <Outlet />
      {ended && <SignInAgain />}
      <Suspense>
        <Notices />
      </Suspense>
    </>
  );
}
