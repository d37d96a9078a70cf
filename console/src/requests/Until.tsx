import { useTranslation } from 'react-i18next';
import type { AccessRequest } from '../api/access';
import { TimeText } from '../ui/TimeText';

/** For how long something is wanted. */
export function Until({ request }: { request: Pick<AccessRequest, 'durationDays' | 'endsAt'> }) {
  const { t } = useTranslation();
  if (request.durationDays) {
    return <>{t('requests.days', { count: request.durationDays })}</>;
  }
  return request.endsAt ? <TimeText at={request.endsAt} as="local" /> : <>{t('requests.forGood')}</>;
}
