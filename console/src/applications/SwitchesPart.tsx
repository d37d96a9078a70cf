import { Stack, Switch, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PartProps } from './form';

export function SwitchesPart({ form, errors, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Switch
        label={t('applications.dataSynchronization')}
        description={t('applications.dataSynchronizationHelp')}
        checked={form.dataSynchronization}
        onChange={(event) => onChange({ dataSynchronization: event.currentTarget.checked })}
      />
      <Switch
        label={t('applications.changeTracking')}
        description={t('applications.changeTrackingHelp')}
        checked={form.changeTracking}
        onChange={(event) => onChange({ changeTracking: event.currentTarget.checked })}
      />
      <TagsInput
        maw={520}
        label={t('applications.masked')}
        description={t('applications.maskedHelp')}
        error={errors.maskedAttributes}
        value={form.maskedAttributes}
        onChange={(maskedAttributes) => onChange({ maskedAttributes })}
      />
      <TagsInput
        maw={520}
        label={t('applications.personal')}
        description={t('applications.personalHelp')}
        error={errors.personalAttributes}
        value={form.personalAttributes}
        onChange={(personalAttributes) => onChange({ personalAttributes })}
      />
      <TagsInput
        maw={520}
        label={t('applications.public')}
        description={t('applications.publicHelp')}
        error={errors.publicAttributes}
        value={form.publicAttributes}
        onChange={(publicAttributes) => onChange({ publicAttributes })}
      />
    </Stack>
  );
}
