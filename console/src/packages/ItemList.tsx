import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { IconBox, IconId, IconKey, IconX, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Grant } from '../api/policies';

/** What can stand in the list: an item of a package is a grant without a package. */
export type Shown = Pick<Grant, 'applicationId' | 'applicationName' | 'permissionId' | 'permissionName' | 'permissionKind'> &
  Partial<Pick<Grant, 'packageId' | 'packageName'>>;

export const keyOf = ({ packageId, applicationId, permissionId }: Shown) => [packageId, applicationId, permissionId].join('/');

/** Packages, accounts and permissions, each with a button to take it out. */
export function ItemList<T extends Shown>({ items, empty, onRemove }: { items: T[]; empty: string; onRemove?: (item: T) => void }) {
  const { t } = useTranslation();
  if (items.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {empty}
      </Text>
    );
  }
  return (
    <Stack gap={2} data-testid="items">
      {items.map((item) => {
        const { icon: Icon, name, what } = described(item, t);
        return (
          <Group key={keyOf(item)} gap="xs" wrap="nowrap" mih={28}>
            <Icon size={15} stroke={1.7} aria-hidden style={{ flex: 'none' }} />
            <Text size="sm" style={{ flex: 1, minWidth: 0 }} truncate title={`${name}, ${what}`}>
              {name}{' '}
              <Text span size="xs" c="dimmed">
                {what}
              </Text>
            </Text>
            {onRemove && (
              <ActionIcon variant="subtle" color="gray" size={26} aria-label={t('packages.removeItem', { name: `${name}, ${what}` })} onClick={() => onRemove(item)}>
                <IconX size={14} />
              </ActionIcon>
            )}
          </Group>
        );
      })}
    </Stack>
  );
}

function described(item: Shown, t: (key: string, words?: Record<string, unknown>) => string): { icon: Icon; name: string; what: string } {
  if (item.packageId) {
    return { icon: IconBox, name: item.packageName ?? item.packageId, what: t('packages.one') };
  }
  const application = item.applicationName ?? '';
  return item.permissionId
    ? { icon: IconKey, name: item.permissionName ?? item.permissionId, what: t('packages.permissionOf', { kind: t(`permissions.kind.${item.permissionKind ?? 'GROUP'}`), application }) }
    : { icon: IconId, name: application, what: t('packages.account') };
}
