import { Alert, Button, Group, List, NumberInput, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post, put, remove } from '../api/client';
import { useChange } from '../api/one';
import type { Consequence, PackageDraft, PermissionPackage } from '../api/policies';
import { asProblem } from '../api/problem';
import { PackageApproval } from '../requests/PackageApproval';
import { Editable } from '../rights/Editable';
import { useMay } from '../rights/rights';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { FormDialog } from '../ui/FormDialog';
import { ItemList, keyOf } from './ItemList';
import { ItemPicker } from './ItemPicker';

const EMPTY: PackageDraft = { name: '', description: null, active: true, provisionable: true, requestable: false, maxDays: null, items: [] };

/** Everything about a package; before it is saved, what saving does to policies is said. */
export function PackageDialog({ edited, onClose }: { edited: PermissionPackage | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<PackageDraft>(edited ?? EMPTY);
  const [deleting, setDeleting] = useState(false);
  const change = (part: Partial<PackageDraft>) => setDraft((before) => ({ ...before, ...part }));
  const save = useChange(
    ['/packages', '/policies'],
    () => (edited ? put<PermissionPackage>(`/packages/${edited.id}`, draft, edited.version) : post<PermissionPackage>('/packages', draft)),
    onClose,
    () => t('common.saved'),
  );
  const errors = save.error ? asProblem(save.error).byField() : {};
  const may = useMay()('ADMINISTER_POLICIES');
  const consequences = useConsequences(edited, draft, may);
  if (deleting && edited) {
    return <DeleteDialog edited={edited} onClose={() => setDeleting(false)} onDone={onClose} />;
  }
  return (
    <FormDialog
      title={edited ? edited.name : t('packages.create')}
      submitLabel={t('common.save')}
      size="lg"
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
      busy={save.isPending}
      error={save.error}
      disabled={!may || draft.items.length === 0}
    >
      <Editable right="ADMINISTER_POLICIES">
        <Stack gap="sm">
          <TextInput label={t('common.name')} required maxLength={200} value={draft.name} error={errors.name} onChange={(event) => change({ name: event.currentTarget.value })} />
          <Textarea label={t('packages.description')} autosize minRows={1} maxRows={4} maxLength={1000} value={draft.description ?? ''} onChange={(event) => change({ description: event.currentTarget.value || null })} />
          <Stack gap={6}>
            <Text size="sm" fw={500}>
              {t('packages.items')}
            </Text>
            <ItemList items={draft.items} empty={t('packages.noItems')} onRemove={(item) => change({ items: draft.items.filter((one) => one !== item) })} />
            <ItemPicker onAdd={(item) => draft.items.every((one) => keyOf(one) !== keyOf(item)) && change({ items: [...draft.items, item] })} />
          </Stack>
          <Switch label={t('packages.active')} description={t('packages.activeHelp')} checked={draft.active} onChange={(event) => change({ active: event.currentTarget.checked })} />
          <Switch label={t('packages.provisionable')} checked={draft.provisionable} onChange={(event) => change({ provisionable: event.currentTarget.checked })} />
          <Group align="flex-end">
            <Switch label={t('packages.requestable')} mb={8} checked={draft.requestable} onChange={(event) => change({ requestable: event.currentTarget.checked })} />
            {draft.requestable && (
              <NumberInput label={t('packages.maxDays')} placeholder={t('packages.anyTime')} size="xs" w={190} min={1} max={3650} value={draft.maxDays ?? ''} error={errors.maxDays} onChange={(days) => change({ maxDays: typeof days === 'number' ? days : null })} />
            )}
          </Group>
          {edited && draft.requestable && <PackageApproval packageId={edited.id} />}
          <Consequences consequences={consequences} />
          {edited && may && (
            <Button variant="subtle" color="red" size="xs" style={{ alignSelf: 'flex-start' }} onClick={() => setDeleting(true)}>
              {t('packages.delete')}
            </Button>
          )}
        </Stack>
      </Editable>
    </FormDialog>
  );
}

/** What saving would do to policies, asked a moment after the last change. */
function useConsequences(edited: PermissionPackage | null, draft: PackageDraft, may: boolean): Consequence[] {
  const [settled] = useDebouncedValue(draft, 400);
  const { data } = useQuery({
    queryKey: ['/packages', 'preview', edited?.id, settled],
    queryFn: () => post<{ consequences: Consequence[] }>(`/packages/${edited?.id}/preview`, settled),
    enabled: may && edited !== null && settled.items.length > 0 && settled.name.trim() !== '',
    retry: false,
  });
  return data?.consequences ?? [];
}

function Consequences({ consequences }: { consequences: Consequence[] }) {
  const { t } = useTranslation();
  if (consequences.length === 0) {
    return null;
  }
  return (
    <Alert color="orange" title={t('packages.consequences')} role="status" data-testid="consequences">
      <List size="sm">
        {consequences.map(({ id, name, kind }) => (
          <List.Item key={id}>{t(`packages.consequence.${kind}`, { name })}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function DeleteDialog({ edited, onClose, onDone }: { edited: PermissionPackage; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const change = useChange(['/packages'], () => remove(`/packages/${edited.id}`, edited.version), onDone);
  return (
    <ConfirmDialog
      opened
      destructive
      onClose={onClose}
      title={t('packages.deleteTitle', { name: edited.name })}
      confirmLabel={t('common.delete')}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(undefined)}
    >
      <Text size="sm">{t('packages.deleteMeaning')}</Text>
    </ConfirmDialog>
  );
}
