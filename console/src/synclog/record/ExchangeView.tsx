import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireRequest, WireResponse } from '../../api/tasks';
import { CopyButton } from '../../ui/CopyButton';
import { amount } from '../../ui/format';
import { duration } from '../../ui/times';
import { TimeText } from '../../ui/TimeText';
import { curlOf } from './curl';
import { isRefusal, rawMessage, type Exchange } from './exchanges';
import { isLdif, ldifOf } from './ldif';
import { MessageView } from './MessageView';
import styles from './Record.module.css';

/** A request and what came back: side by side, one under the other where there is no room. */
export function ExchangeView({ exchange: { attempt, request, response }, raw }: { exchange: Exchange; raw: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles.exchange} data-testid="exchange">
      <div className={styles.pair}>
        <div className={styles.side} data-testid="request">
          <SideHead title={t('synclog.record.request', { attempt })} at={request?.at}>
            {request && <RequestCopies request={request} />}
          </SideHead>
          {request ? <RequestSide request={request} raw={raw} /> : <Missing text={t('record.noRequest')} />}
        </div>
        <div className={styles.side} data-testid="response">
          <SideHead title={t('synclog.record.response')} at={response?.at} took={response?.durationMs}>
            {response && <CopyButton value={rawMessage(response)} label={t('record.copyResponse')} />}
          </SideHead>
          {response ? <ResponseSide response={response} raw={raw} /> : <Missing text={t('synclog.record.noResponse')} />}
        </div>
      </div>
    </div>
  );
}

function SideHead({ title, at, took, children }: { title: string; at?: string; took?: number | null; children: ReactNode }) {
  return (
    <div className={styles.sideHead}>
      <b>{title}</b>
      <Text span size="xs" c="dimmed" style={{ flex: 1 }}>
        <TimeText at={at} />
        {took !== null && took !== undefined && ` · ${duration(took)}`}
      </Text>
      <Group gap={4}>{children}</Group>
    </div>
  );
}

function RequestCopies({ request }: { request: WireRequest }) {
  const { t } = useTranslation();
  const cut = t('record.cutCopy', { cut: amount(request.cut) });
  return (
    <>
      {request.protocol === 'HTTP' && (
        <CopyButton value={curlOf(request, t('record.curlSecrets'), cut)} label={t('record.copyCurl')} text="cURL" />
      )}
      {isLdif(request) && <CopyButton value={ldifOf(request, cut)} label={t('record.copyLdif')} text="LDIF" />}
      <CopyButton value={rawMessage(request)} label={t('record.copyRequest')} />
    </>
  );
}

function RequestSide({ request, raw }: { request: WireRequest; raw: boolean }) {
  return (
    <>
      <div className={styles.line}>
        <b>{request.operation}</b> {request.target}
      </div>
      <MessageView message={request} raw={raw} />
    </>
  );
}

function ResponseSide({ response, raw }: { response: WireResponse; raw: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.line}>
        {response.status && <b className={isRefusal(response) ? styles.removed : styles.added}>{response.status}</b>}
        {response.broken && <span className={styles.removed}>{t('synclog.record.broken')}</span>}
      </div>
      <MessageView message={response} raw={raw} />
    </>
  );
}

function Missing({ text }: { text: string }) {
  return (
    <Text size="sm" c="dimmed">
      {text}
    </Text>
  );
}
