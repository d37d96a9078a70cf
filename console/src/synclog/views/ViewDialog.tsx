import { Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import type { SavedView } from '../../api/views';
import { FormDialog } from '../../ui/FormDialog';
import type { ColumnId, LogSearch } from '../search';
import { useViewChanges } from './useViewChanges';
import { addressOf } from './views';

/** What the reader wants to save: a new view, or another name for one that is there. */
export interface Wanted {
  name: string;
  shared: boolean;
  view?: SavedView;
}

interface ViewDialogProps {
  wanted: Wanted;
  search: LogSearch;
  columns: readonly ColumnId[];
  onClose: () => void;
}

/** Gives a view a name, and says who sees it. */
export function ViewDialog({ wanted, search, columns, onClose }: ViewDialogProps) {
  const { t } = useTranslation();
  const { view } = wanted;
  const [name, setName] = useState(wanted.name);
  const [shared, setShared] = useState(wanted.shared);
  const { save, change } = useViewChanges(onClose);
  const error = save.error ?? change.error;
  const submit = () => {
    const named = { name: name.trim(), shared };
    if (view) {
      change.mutate({ view, body: { ...named, address: view.address } });
    } else {
      save.mutate({ ...named, address: addressOf({ ...search, columns: [...columns] }) });
    }
  };
  return (
    <FormDialog
      title={view ? t('loglist.view.renameTitle', { name: view.name }) : t('loglist.view.saveTitle')}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      busy={save.isPending || change.isPending}
      error={error}
      disabled={name.trim() === ''}
    >
      <TextInput label={t('common.name')} value={name} maxLength={100} data-autofocus onChange={(event) => setName(event.currentTarget.value)} error={error ? asProblem(error).byField().name : undefined} />
      <Switch
        label={t('loglist.view.share')}
        description={shared ? t('loglist.view.shareOn') : t('loglist.view.shareOff')}
        checked={shared}
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
