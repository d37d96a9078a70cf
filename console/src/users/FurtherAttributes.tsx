import { Fieldset } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AttributeFields, type Attributes } from '../accounts/AttributeFields';

/** Attributes of a user beyond the usual ones; mappings can use them. */
export function FurtherAttributes({ value, onChange }: { value?: Attributes; onChange?: (attributes: Attributes) => void }) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={t('users.further')}>
      <AttributeFields specs={[]} open values={value ?? {}} onChange={(attributes) => onChange?.(attributes)} />
    </Fieldset>
  );
}
