import { IconToggleLeft } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState';
import { ButtonLink } from '../ui/links';
import { Page } from '../ui/Page';
import { isOn, needsOf, useModules } from './modules';

/** A page of a module that is off says so, and where to switch it on. */
export function ModuleGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const modules = useModules();
  const needs = needsOf(useRouterState({ select: (state) => state.location.pathname }));
  if (needs === null || isOn(needs, modules)) {
    return children;
  }
  return (
    <Page title={t('modules.off')}>
      <EmptyState
        icon={IconToggleLeft}
        title={t(`modules.offTitle.${needs}`)}
        hint={t(`modules.offHint.${needs}`)}
        action={
          <ButtonLink to="/settings" variant="light">
            {t('modules.goToSettings')}
          </ButtonLink>
        }
      />
    </Page>
  );
}
