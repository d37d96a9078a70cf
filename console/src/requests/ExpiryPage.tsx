import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Expiry } from '../api/access';
import { oneQuery } from '../api/one';
import { ErrorNotice } from '../ui/ErrorNotice';
import { TextLink } from '../ui/links';
import { Page } from '../ui/Page';
import { Section } from '../ui/Section';
import { useClock } from '../ui/TimeText';
import { EndedItems } from './EndedItems';

/** What ended at once: where the records of source "permission expiry" lead. */
export function ExpiryPage() {
  const { t } = useTranslation();
  const { say } = useClock();
  const { expiryId } = useParams({ from: '/inside/requests/expiries/$expiryId' });
  const { data: expiry, error } = useQuery(oneQuery<Expiry>('/expiries', expiryId));
  return (
    <Page
      title={expiry ? t('requests.expiryOf', { time: say(expiry.expiredAt) }) : t('requests.tab.hasEnded')}
      above={
        <TextLink to="/requests" search={{ tab: 'hasEnded' }}>
          {t('requests.tab.hasEnded')}
        </TextLink>
      }
    >
      <ErrorNotice error={error} />
      {expiry && (
        <Section title={t('requests.tab.hasEnded')}>
          <EndedItems items={expiry.items} />
        </Section>
      )}
    </Page>
  );
}
