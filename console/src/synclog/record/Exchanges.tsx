import { SegmentedControl, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail, WireRequest, WireResponse } from '../../api/tasks';
import { CopyButton } from '../../ui/CopyButton';
import { JsonView } from '../../ui/JsonView';
import { Section } from '../../ui/Section';
import { amount } from '../../ui/format';
import { duration } from '../../ui/times';
import { TimeText } from '../../ui/TimeText';
import { exchangesOf, headerLines, type Exchange } from './exchanges';
import styles from './Record.module.css';

/** Third and fourth part: every request as it was sent, beside what came back. */
export function Exchanges({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const [raw, setRaw] = useState(false);
  const exchanges = exchangesOf(task);
  return (
    <Section
      title={t('synclog.record.exchanges')}
      testId="exchanges"
      aside={
        exchanges.length > 0 && (
          <SegmentedControl
            size="xs"
            aria-label={t('synclog.record.shownAs')}
            value={raw ? 'raw' : 'pretty'}
            onChange={(value) => setRaw(value === 'raw')}
            data={[
              { value: 'pretty', label: t('synclog.record.pretty') },
              { value: 'raw', label: t('synclog.record.raw') },
            ]}
          />
        )
      }
    >
      {exchanges.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('synclog.record.noExchanges')}
        </Text>
      )}
      {exchanges.map((exchange) => (
        <ExchangeView key={`${exchange.attempt}:${exchange.seq}`} exchange={exchange} raw={raw} />
      ))}
    </Section>
  );
}

function ExchangeView({ exchange: { attempt, request, response }, raw }: { exchange: Exchange; raw: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles.exchange} data-testid="exchange">
      <div className={styles.pair}>
        <div className={styles.side} data-testid="request">
          <SideHead title={t('synclog.record.request', { attempt })} at={request?.at} />
          {request && <RequestView request={request} raw={raw} />}
        </div>
        <div className={styles.side} data-testid="response">
          <SideHead title={t('synclog.record.response')} at={response?.at} took={response?.durationMs} />
          {response ? <ResponseView response={response} raw={raw} /> : <Missing />}
        </div>
      </div>
    </div>
  );
}

function SideHead({ title, at, took }: { title: string; at?: string; took?: number | null }) {
  return (
    <div className={styles.sideHead}>
      <b>{title}</b>
      <Text span size="xs" c="dimmed">
        <TimeText at={at} />
        {took !== null && took !== undefined && ` · ${duration(took)}`}
      </Text>
    </div>
  );
}

function RequestView({ request, raw }: { request: WireRequest; raw: boolean }) {
  return (
    <>
      <div className={styles.line}>
        <b>{request.operation}</b> {request.target}
      </div>
      <Message message={request} raw={raw} />
    </>
  );
}

function ResponseView({ response, raw }: { response: WireResponse; raw: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.line}>
        <b>{response.status}</b>
        {response.broken && <span className={styles.removed}>{t('synclog.record.broken')}</span>}
      </div>
      <Message message={response} raw={raw} />
    </>
  );
}

function Message({ message, raw }: { message: WireRequest | WireResponse; raw: boolean }) {
  const { t } = useTranslation();
  const headers = headerLines(message.headers);
  return (
    <>
      {headers && <JsonView value={headers} raw label={t('synclog.record.headers')} />}
      {message.body ? (
        <Labelled label={t('synclog.record.body')} text={message.body} note={sizeNote(t, message)}>
          <JsonView value={message.body} raw={raw} label={t('synclog.record.body')} />
        </Labelled>
      ) : (
        <Text size="xs" c="dimmed" mt={6}>
          {t('synclog.record.noBody')}
        </Text>
      )}
    </>
  );
}

function Labelled({ label, text, note, children }: { label: string; text: string; note: string; children: ReactNode }) {
  return (
    <>
      <div className={styles.sideHead} style={{ marginTop: 6, marginBottom: 2 }}>
        <Text span size="xs" c="dimmed" style={{ flex: 1 }}>
          {label} · {note}
        </Text>
        <CopyButton value={text} />
      </div>
      {children}
    </>
  );
}

function sizeNote(t: TFunction, { size, cut }: { size: number; cut: number }): string {
  const all = amount(size);
  return cut > 0 ? t('synclog.record.cut', { size: all, cut: amount(cut) }) : t('synclog.record.size', { size: all });
}

function Missing() {
  const { t } = useTranslation();
  return (
    <Text size="sm" c="dimmed">
      {t('synclog.record.noResponse')}
    </Text>
  );
}
