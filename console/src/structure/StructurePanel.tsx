import { Stack, Switch, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get, put } from '../api/client';
import type { StructureState, StructureType } from '../api/structure';
import { useChange } from '../api/one';
import { Editable } from '../rights/Editable';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Section } from '../ui/Section';
import { StructureObjects } from './StructureObjects';

type Switches = Pick<StructureState, 'organizations' | 'groups'>;

const KINDS: [keyof Switches, StructureType][] = [
  ['organizations', 'ORGANIZATION'],
  ['groups', 'GROUP'],
];

/** Of what an application is told besides accounts, and what has become of it there. */
export function StructurePanel({ applicationId, name }: { applicationId: string; name: string }) {
  const { t } = useTranslation();
  const path = `/applications/${applicationId}/structure`;
  const { data: state, error } = useQuery({ queryKey: [path], queryFn: ({ signal }) => get<StructureState>(path, {}, signal) });
  const queries = useQueryClient();
  const [wanted, setWanted] = useState<Switches | null>(null);
  const change = useChange(
    [path, `${path}/objects`, '/tasks'],
    (switches: Switches) => put<{ state: StructureState; opened: number }>(path, switches),
    ({ state: now }) => {
      // At once: the next switch sends both, and must not take this one back.
      queries.setQueryData([path], now);
      setWanted(null);
    },
    ({ opened }) => t('structure.switched', { count: opened }),
  );
  const on = wanted !== null && KINDS.some(([kind]) => wanted[kind] && !state?.[kind]);
  return (
    <Stack gap="md">
      <ErrorNotice error={error} />
      <Section title={t('structure.title')} testId="structure-switches">
        <Text size="sm" c="dimmed" mb="sm">
          {t('structure.help')}
        </Text>
        {state && (
          <Editable right="ADMINISTER_APPLICATIONS">
            <Stack gap="sm">
              {KINDS.map(([kind, type]) => {
                const possible = state.possible.includes(type);
                return (
                  <Switch
                    key={kind}
                    label={t(`structure.${kind}`)}
                    description={t(possible ? `structure.${kind}Help` : 'structure.impossible')}
                    disabled={!possible && !state[kind]}
                    checked={state[kind]}
                    onChange={(event) => setWanted({ organizations: state.organizations, groups: state.groups, [kind]: event.currentTarget.checked })}
                  />
                );
              })}
            </Stack>
          </Editable>
        )}
      </Section>
      {state && KINDS.map(([kind, type]) => <StructureObjects key={kind} path={`${path}/objects`} type={type} on={state[kind]} />)}
      {wanted && (
        <ConfirmDialog
          opened
          onClose={() => setWanted(null)}
          title={t(on ? 'structure.onTitle' : 'structure.offTitle', { name })}
          confirmLabel={t(on ? 'structure.switchOn' : 'structure.switchOff')}
          busy={change.isPending}
          error={change.error}
          onConfirm={() => change.mutate(wanted)}
        >
          <Text size="sm">{t(on ? 'structure.onMeaning' : 'structure.offMeaning')}</Text>
        </ConfirmDialog>
      )}
    </Stack>
  );
}
