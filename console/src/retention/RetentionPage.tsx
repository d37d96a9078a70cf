import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { ErasuresSection } from './ErasuresSection';
import { HoldsSection } from './HoldsSection';
import { PeriodsSection } from './PeriodsSection';

/** How long things are kept, what is kept in spite of it, and who is erased in spite of that. */
export function RetentionPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('retention.title')} subtitle={t('retention.subtitle')} above={<TextLink to="/settings">{t('nav.settings')}</TextLink>}>
      <div style={{ maxWidth: 1120 }}>
        <PeriodsSection />
        <HoldsSection />
        <ErasuresSection />
      </div>
    </Page>
  );
}
