import { NumberInput, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PartProps } from './form';

/** How hard the application may be pressed, and how often a failed try is repeated. */
export function LimitsPart({ form, errors, onChange }: PartProps) {
  const { limits, retry } = form;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} spacing="md">
      <Whole name="maxConcurrency" path="limits.maxConcurrency" errors={errors} min={1} value={limits.maxConcurrency} onChange={(value) => onChange({ limits: { ...limits, maxConcurrency: value ?? 1 } })} />
      <Whole name="ratePerSecond" path="limits.ratePerSecond" errors={errors} min={0} decimals value={limits.ratePerSecond} onChange={(value) => onChange({ limits: { ...limits, ratePerSecond: value } })} />
      <Whole name="requestTimeoutMs" path="limits.requestTimeoutMs" errors={errors} min={1} value={limits.requestTimeoutMs} onChange={(value) => onChange({ limits: { ...limits, requestTimeoutMs: value ?? 10_000 } })} />
      <Whole name="maxAttempts" path="retry.maxAttempts" errors={errors} min={1} value={retry.maxAttempts} onChange={(value) => onChange({ retry: { ...retry, maxAttempts: value ?? 1 } })} />
      <Whole name="firstDelayMs" path="retry.firstDelayMs" errors={errors} min={0} value={retry.firstDelayMs} onChange={(value) => onChange({ retry: { ...retry, firstDelayMs: value ?? 0 } })} />
      <Whole name="maxDelayMs" path="retry.maxDelayMs" errors={errors} min={0} value={retry.maxDelayMs} onChange={(value) => onChange({ retry: { ...retry, maxDelayMs: value ?? 0 } })} />
    </SimpleGrid>
  );
}

interface WholeProps {
  name: string;
  path: string;
  errors: Record<string, string>;
  min: number;
  decimals?: boolean;
  value: number | null;
  onChange: (value: number | null) => void;
}

function Whole({ name, path, errors, min, decimals = false, value, onChange }: WholeProps) {
  const { t } = useTranslation();
  return (
    <NumberInput
      label={t(`applications.limit.${name}`)}
      description={t(`applications.limit.${name}Help`)}
      error={errors[path]}
      min={min}
      allowDecimal={decimals}
      thousandSeparator=" "
      value={value ?? ''}
      onChange={(number) => onChange(number === '' ? null : Number(number))}
    />
  );
}
