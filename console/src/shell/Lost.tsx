import { IconMapOff } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { ButtonLink } from '../ui/links';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={IconMapOff}
      title={t('shell.notFound')}
      hint={t('shell.notFoundHint')}
      action={
        <ButtonLink to="/dashboard" variant="light">
          {t('nav.dashboard')}
        </ButtonLink>
      }
    />
  );
}

export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div style={{ padding: 24 }}>
      <ErrorNotice error={error} onRetry={again} />
    </div>
  );
}
