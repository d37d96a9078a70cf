import { List, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaskedBy, WireRequest, WireResponse } from '../../api/tasks';
import { CodeView } from '../../ui/code/CodeView';
import { amount } from '../../ui/format';
import { prettyJson } from '../../ui/json';
import { headerLines, rawMessage } from './exchanges';
import { maskMarks } from './masks';
import styles from './Record.module.css';

/** Headers and body, or in raw the whole message; what is masked in it is marked with the rule that did it. */
export function MessageView({ message, raw }: { message: WireRequest | WireResponse; raw: boolean }) {
  const { t } = useTranslation();
  const headers = headerLines(message.headers);
  if (raw) {
    return (
      <>
        <Marked text={rawMessage(message)} label={t('synclog.record.raw')} masked={message.masked} />
        <Notes message={message} />
      </>
    );
  }
  return (
    <>
      {headers && (
        <details className={styles.headers}>
          <summary>
            {t('synclog.record.headers')} · {headers.split('\n').length}
          </summary>
          <Marked text={headers} label={t('synclog.record.headers')} masked={message.masked} />
        </details>
      )}
      {message.body ? (
        <Marked text={prettyJson(message.body).trimEnd()} label={t('synclog.record.body')} masked={message.masked} />
      ) : (
        <Text size="xs" c="dimmed">
          {t('synclog.record.noBody')}
        </Text>
      )}
      <Notes message={message} />
    </>
  );
}

function Marked({ text, label, masked }: { text: string; label: string; masked: MaskedBy[] }) {
  const { t } = useTranslation();
  const marks = useMemo(() => maskMarks(text, masked, (rule) => whyMasked(t, rule)), [text, masked, t]);
  return <CodeView text={text} label={label} marks={marks} />;
}

/** How long the body is, how much of it was not kept, and what is masked by which rule. */
function Notes({ message }: { message: WireRequest | WireResponse }) {
  const { t } = useTranslation();
  const line = useCallback((one: MaskedBy) => (one.name ? `${one.name}: ${whyMasked(t, one)}` : whyMasked(t, one)), [t]);
  const size = amount(message.size);
  return (
    <div className={styles.notes}>
      {message.size > 0 && <span>{t('synclog.record.size', { size })}</span>}
      {message.cut > 0 && <b data-testid="cut">{t('record.cut', { cut: amount(message.cut) })}</b>}
      {message.masked.length > 0 && (
        <List size="xs" listStyleType="none" data-testid="masked">
          {message.masked.map((one) => (
            <List.Item key={`${one.rule}:${one.name}`}>{line(one)}</List.Item>
          ))}
        </List>
      )}
    </div>
  );
}

const whyMasked = (t: TFunction, rule: MaskedBy | undefined): string => t(`record.masked.${rule?.rule ?? 'UNKNOWN'}`);
