import { ActionIcon, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessRequest } from '../api/access';
import { post } from '../api/client';
import { useChange } from '../api/one';
import { ErrorNotice } from '../ui/ErrorNotice';
import { list } from '../ui/format';
import { Section } from '../ui/Section';
import { longest, type CartItem } from './cart';
import { DurationField, durationBody, type Duration } from './DurationField';
import styles from './Portal.module.css';

interface CartProps {
  items: CartItem[];
  forUserId: string | null;
  onRemove: (item: CartItem) => void;
  onSent: () => void;
}

/** What was chosen, why and for how long; sends it off. */
export function Cart({ items, forUserId, onRemove, onSent }: CartProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const [chosen, setDuration] = useState<Duration>({ way: 'forGood' });
  const most = longest(items);
  const duration: Duration = most !== null && chosen.way === 'forGood' ? { way: 'days', days: Math.min(30, most) } : chosen;
  const send = useChange(
    ['/portal/requests', '/portal/catalogue', '/portal/packages'],
    () => post<{ requests: AccessRequest[] }>('/portal/requests', { items: items.map((item) => item.body), reason, forUserId, ...durationBody(duration) }),
    () => {
      setReason('');
      onSent();
      void navigate({ to: '/portal/requests' });
    },
    ({ requests }) => t('portal.sent', { count: requests.length, numbers: list(requests.map((request) => request.number)) }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate(undefined);
  };
  return (
    <div className={styles.cart}>
      <Section title={t('portal.cart')} testId="cart">
        {items.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('portal.cartEmpty')}
          </Text>
        ) : (
          <form onSubmit={submit}>
            <Stack gap="sm">
              {items.map((item) => (
                <Group key={item.key} justify="space-between" wrap="nowrap" gap="xs">
                  <Text size="sm">
                    {item.name}
                    {item.application && (
                      <Text span size="xs" c="dimmed">
                        {' '}
                        · {item.application}
                      </Text>
                    )}
                  </Text>
                  <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('portal.remove', { name: item.name })} onClick={() => onRemove(item)}>
                    <IconX size={14} />
                  </ActionIcon>
                </Group>
              ))}
              <Textarea label={t('common.reason')} placeholder={t('portal.reasonHint')} required autosize minRows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
              <DurationField value={duration} onChange={setDuration} open most={most} />
              <ErrorNotice error={send.error} />
              <Button type="submit" loading={send.isPending} disabled={reason.trim() === ''}>
                {t('portal.send')}
              </Button>
            </Stack>
          </form>
        )}
      </Section>
    </div>
  );
}
