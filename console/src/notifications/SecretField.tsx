import { Button, PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface SecretFieldProps {
  label: string;
  description?: string;
  required?: boolean;
  /** Whether the server has one already. */
  stored: boolean;
  /** What was typed; nothing: it stays as it is; null: it is removed. */
  value: string | null | undefined;
  onChange: (value: string | null | undefined) => void;
}

/** A secret that can be replaced, but never read. */
export function SecretField({ label, description, required = false, stored, value, onChange }: SecretFieldProps) {
  const { t } = useTranslation();
  const kept = stored && value === undefined;
  return (
    <PasswordInput
      label={label}
      description={description}
      required={required && !stored}
      autoComplete="new-password"
      placeholder={kept ? t('notifications.secretKept') : value === null ? t('notifications.secretRemoved') : undefined}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('notifications.showTyped') }}
      inputContainer={(input) => (
        <div style={{ display: 'flex', gap: 8 }}>
          <div style={{ flex: 1 }}>{input}</div>
          {kept && !required && (
            <Button variant="default" onClick={() => onChange(null)} aria-label={t('notifications.removeThis', { what: label })}>
              {t('common.remove')}
            </Button>
          )}
        </div>
      )}
    />
  );
}
