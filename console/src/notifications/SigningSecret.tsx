import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SecretOnce } from '../ui/Secret';
import { SecretField, type SecretFieldProps } from './SecretField';

/** A new key as Standard Webhooks wants it: 32 random bytes. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}

/** The key of a webhook's signatures: typed, or made here and shown this once, for the receiver needs it too. */
export function SigningSecret(props: Pick<SecretFieldProps, 'stored' | 'value' | 'onChange'>) {
  const { t } = useTranslation();
  const [made, setMade] = useState<string | null>(null);
  const make = () => {
    const key = newKey();
    setMade(key);
    props.onChange(key);
  };
  return (
    <>
      <Group align="end" gap="xs" wrap="nowrap">
        <div style={{ flex: 1 }}>
          <SecretField required label={t('notifications.signingSecret')} description={t('notifications.signingSecretHelp')} {...props} />
        </div>
        <Button variant="default" onClick={make}>
          {t('notifications.makeKey')}
        </Button>
      </Group>
      {made !== null && made === props.value && <SecretOnce title={t('notifications.keyOnce')} value={made} />}
    </>
  );
}
