import { NumberInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get, put } from '../api/client';
import { useChange } from '../api/one';
import { asProblem } from '../api/problem';
import { ApplicationSelect } from '../applications/ApplicationSelect';
import { FormDialog } from '../ui/FormDialog';
import { GivenUp } from './GivenUp';
import { KEPT, type Kept, OWN_PERIODS, type OwnPeriod, type Period, PERIODS, shortened } from './retention';

interface PeriodDialogProps {
  /** What is changed; null for an application that is still to be named. */
  line: (Period & Partial<OwnPeriod>) | null;
  name: string | null;
  everywhere: Period;
  onClose: () => void;
}

const valuesOf = (period: Period) => Object.fromEntries(KEPT.map((kept) => [kept, period[kept] ?? ''])) as Record<Kept, number | string>;

const pathOf = (applicationId: string) => `/applications/${applicationId}/retention-periods`;

/** The periods of all, or of one application. What gets shorter is said before, and has to be agreed to. */
export function PeriodDialog({ line, name, everywhere, onClose }: PeriodDialogProps) {
  const { t } = useTranslation();
  const [applicationId, setApplicationId] = useState(line?.applicationId ?? null);
  const [agreed, setAgreed] = useState(false);
  const named = line !== null || applicationId !== null;
  // An application that is named here may have periods of its own already.
  const before = useQuery({
    queryKey: [OWN_PERIODS, applicationId],
    queryFn: ({ signal }) => get<Period>(pathOf(applicationId as string), {}, signal),
    enabled: applicationId !== null,
  });
  const form = useForm({ initialValues: valuesOf(line ?? {}) });
  const isRead = before.data !== undefined;
  useEffect(() => {
    if (line === null && before.data) {
      form.setValues(valuesOf(before.data));
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each application: what is typed afterwards stays, whatever is read anew
  }, [line, applicationId, isRead]);
  const after: Period = Object.fromEntries(KEPT.map((kept) => [kept, form.values[kept] === '' ? null : Number(form.values[kept])]));
  const was = applicationId === null ? everywhere : before.data;
  const mustAgree = was !== undefined && named && shortened(was, after).length > 0;
  const save = useChange([PERIODS, OWN_PERIODS], (period: Period) => put<Period>(applicationId ? pathOf(applicationId) : PERIODS, period), onClose);
  const submit = form.onSubmit(() => save.mutate(after, { onError: (error) => form.setErrors(asProblem(error).byField()) }));
  return (
    <FormDialog
      title={name ? t('retention.changeOf', { name }) : t('retention.forApplicationTitle')}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={submit}
      busy={save.isPending}
      error={save.error ?? before.error}
      disabled={!named || was === undefined || (mustAgree && !agreed)}
    >
      {line === null && <ApplicationSelect required data-autofocus value={applicationId} onChange={setApplicationId} />}
      <Text size="sm">{t(applicationId || line === null ? 'retention.ownHint' : 'retention.everywhereHint')}</Text>
      {KEPT.map((kept) => (
        <NumberInput
          key={kept}
          label={t(`retention.kept.${kept}`)}
          description={t(`retention.keptHelp.${kept}`)}
          placeholder={t('retention.forEver')}
          suffix={t('retention.daysSuffix')}
          min={1}
          max={36500}
          allowDecimal={false}
          allowNegative={false}
          disabled={applicationId !== null && !isRead}
          {...form.getInputProps(kept)}
        />
      ))}
      {mustAgree && <GivenUp before={was} after={after} agreed={agreed} onAgree={setAgreed} />}
    </FormDialog>
  );
}
