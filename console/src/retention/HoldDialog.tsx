import { SegmentedControl, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useChange } from '../api/one';
import { asProblem } from '../api/problem';
import { ApplicationSelect } from '../applications/ApplicationSelect';
import { FormDialog } from '../ui/FormDialog';
import { PersonSelect } from './PersonSelect';
import { HOLDS, type LegalHold, PLAN, SUBJECT_TYPES, type SubjectType } from './retention';

/** Puts a hold on a person, an application or one task. */
export function HoldDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { subjectType: 'USER' as SubjectType, subjectId: null as string | null, reason: '' } });
  const { subjectType, subjectId, reason } = form.values;
  const place = useChange([HOLDS, PLAN], (values: typeof form.values) => post<LegalHold>(HOLDS, values), onClose);
  const submit = form.onSubmit((values) =>
    place.mutate({ ...values, reason: values.reason.trim() }, { onError: (error) => form.setErrors(asProblem(error).byField()) }),
  );
  const subject = {
    required: true,
    value: subjectId,
    error: form.errors.subjectId,
    onChange: (id: string | null) => form.setFieldValue('subjectId', id),
  };
  return (
    <FormDialog
      title={t('retention.placeTitle')}
      submitLabel={t('retention.place')}
      onClose={onClose}
      onSubmit={submit}
      busy={place.isPending}
      error={place.error}
      disabled={!subjectId || !reason.trim()}
    >
      <Text size="sm">{t('retention.placeMeaning')}</Text>
      <SegmentedControl
        aria-label={t('retention.subject')}
        data={SUBJECT_TYPES.map((value) => ({ value, label: t(`retention.subjectType.${value}`) }))}
        value={subjectType}
        onChange={(value) => form.setValues({ subjectType: value as SubjectType, subjectId: null })}
      />
      {subjectType === 'USER' && <PersonSelect {...subject} />}
      {subjectType === 'APPLICATION' && <ApplicationSelect {...subject} />}
      {subjectType === 'TASK' && (
        <TextInput
          label={t('retention.taskId')}
          description={t('retention.taskIdHelp')}
          required
          value={subjectId ?? ''}
          error={form.errors.subjectId}
          onChange={(event) => form.setFieldValue('subjectId', taskIdIn(event.currentTarget.value))}
        />
      )}
      <Textarea
        label={t('common.reason')}
        description={t('retention.reasonHelp')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}

/** An id, or the address of its record as it is copied from the browser. */
const taskIdIn = (text: string) => /\/log\/([^/?#]+)/.exec(text)?.[1] ?? text.trim();
