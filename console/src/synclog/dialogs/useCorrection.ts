import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { stringifyExact } from '../../api/exact';
import type { Parameters, TaskDetail } from '../../api/tasks';
import type { Mark } from '../../ui/code/types';
import { difference } from '../difference';
import { useValidation } from '../record/recordQueries';
import { faultIn, parametersFrom, placeOf } from './parametersFrom';

/** Milliseconds without a key before the server is asked whether it can be sent so. */
const PAUSE = 350;

/** Corrected parameters with two views of them: a form, and the text of their JSON, which may be broken while it is typed. */
export function useCorrection(task: TaskDetail, broken: string) {
  const [parameters, setParameters] = useState(task.parameters);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? stringifyExact(parameters, 2);
  const fault = useMemo(() => (typed === null ? null : faultIn(typed, broken)), [typed, broken]);
  const changes = useMemo(() => difference(task.parameters, parameters), [task.parameters, parameters]);
  const [asked] = useDebouncedValue(parameters, PAUSE);
  const validation = useValidation(task.id, asked, changes.length > 0 && fault === null);
  // What the server said of what stood there before says nothing of what stands there now.
  const errors = useMemo(() => (asked === parameters && validation.data ? validation.data.errors : []), [asked, parameters, validation.data]);
  const byField = useMemo(() => Object.fromEntries(errors.map(({ field, message }) => [field.replace(/^parameters\./, ''), message])), [errors]);
  const faults = useMemo<Mark[]>(
    () => (fault ? [fault] : errors.map(({ field, message }) => ({ ...placeOf(text, memberOf(field)), title: message }))),
    [fault, errors, text],
  );

  const edit = (next: Parameters) => {
    setTyped(null);
    setParameters(next);
  };
  const type = (next: string) => {
    if (next !== text) {
      setTyped(next);
      setParameters(parametersFrom(next) ?? parameters);
    }
  };
  const valid = fault === null && changes.length > 0 && asked === parameters && validation.data?.valid === true;
  return { parameters, edit, text, type, fault, changes, errors, byField, faults, valid, checking: changes.length > 0 && fault === null && (asked !== parameters || validation.isFetching), failure: validation.error };
}

/** The member a field error is about: parameters.attributes.mail → mail, parameters.bind[0] → bind */
const memberOf = (field: string) => field.replace(/^parameters\.(attributes\.)?/, '').replace(/\[\d+\]$/, '');
