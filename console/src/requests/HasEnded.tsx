import { IconCalendarOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Expiry } from '../api/access';
import { useList } from '../api/list';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Section } from '../ui/Section';
import { useClock } from '../ui/TimeText';
import { EndedItems } from './EndedItems';
import { MoreButton } from '../ui/MoreButton';

/** What was taken away because its time was up, newest first. */
export function HasEnded() {
  const { t } = useTranslation();
  const { say } = useClock();
  const expiries = useList<Expiry>('/expiries', {}, { limit: 20 });
  return (
    <>
      <ErrorNotice error={expiries.error} />
      {expiries.rows.map((expiry) => (
        <Section key={expiry.id} title={t('requests.expiryOf', { time: say(expiry.expiredAt) })}>
          <EndedItems items={expiry.items} />
        </Section>
      ))}
      {!expiries.isPending && expiries.rows.length === 0 && <EmptyState icon={IconCalendarOff} title={t('requests.nothingEnded')} hint={t('requests.nothingEndedHint')} />}
      <MoreButton list={expiries} />
    </>
  );
}
