import { useTranslation } from 'react-i18next';
import type { Repair } from '../api/repairs';
import { Facts } from '../ui/Facts';
import { amount } from '../ui/format';
import { TextLink } from '../ui/links';
import { TimeText } from '../ui/TimeText';
import { orderOf } from './OrderFields';
import { logOf } from './repairs';

/** Who asked for what, how it is run, and the ways to the log. */
export function RepairFacts({ repair }: { repair: Repair }) {
  const { t } = useTranslation();
  const order = repair.perMinute === null ? null : orderOf(repair.perMinute, repair.stopAfter);
  return (
    <Facts
      wide
      facts={[
        [t('repairs.scope'), <Scope key="scope" repair={repair} />],
        [t('common.reason'), repair.reason],
        [t('repairs.rate'), order && `${amount(order.rate)} ${t(`repairs.per.${order.per}`)}`],
        [t('repairs.stopLabel'), order && (order.stopAfter === null ? t('repairs.neverStops') : t('repairs.afterFailures', { count: order.stopAfter, number: amount(order.stopAfter) }))],
        [t('repairs.plannedBy'), repair.plannedBy.name],
        [t('repairs.planned'), repair.plannedAt && <TimeText at={repair.plannedAt} />],
        [t('repairs.runBy'), repair.runBy?.name],
        [t('repairs.started'), repair.startedAt && <TimeText at={repair.startedAt} />],
        [t('repairs.ended'), repair.endedAt && <TimeText at={repair.endedAt} />],
        [t('repairs.because'), repair.status === 'CANCELLED' ? repair.because : null],
        [t('nav.log'), repair.total > 0 && repair.status !== 'EXPIRED' ? <Records key="log" id={repair.id} /> : null],
      ]}
    />
  );
}

function Scope({ repair }: { repair: Repair }) {
  const { t } = useTranslation();
  return repair.filter ? (
    <TextLink to="/log" search={logOf(repair.filter)}>
      {t('repairs.byFilter')}
    </TextLink>
  ) : (
    <>{t('repairs.chosen', { count: repair.selected ?? 0, number: amount(repair.selected ?? 0) })}</>
  );
}

function Records({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <TextLink to="/log" search={{ view: 'all', repair: [id] }}>
      {t('repairs.records')}
    </TextLink>
  );
}
