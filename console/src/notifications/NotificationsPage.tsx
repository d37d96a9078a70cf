import { Group, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { May } from '../rights/May';
import { ButtonLink } from '../ui/links';
import { Page } from '../ui/Page';
import { AlertsTable } from './AlertsTable';
import { ChannelsTable } from './ChannelsTable';
import { DeliveriesTable } from './DeliveriesTable';
import { RulesTable } from './RulesTable';

const TABS = { alerts: AlertsTable, rules: RulesTable, deliveries: DeliveriesTable, channels: ChannelsTable } as const;
type Tab = keyof typeof TABS;

/** What is so, the rules that say so, what was sent, and where messages go. */
export function NotificationsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab: asked = 'alerts' } = useSearch({ from: '/inside/notifications' });
  const tab = asked in TABS ? (asked as Tab) : 'alerts';
  const Shown = TABS[tab];
  return (
    <Page
      title={t('notifications.title')}
      subtitle={t('notifications.hint')}
      actions={
        <May right="ADMINISTER_NOTIFICATIONS">
          <Group gap="xs">
            <ButtonLink to="/notifications/channels/new" variant="default" leftSection={<IconPlus size={16} />}>
              {t('notifications.newChannel')}
            </ButtonLink>
            <ButtonLink to="/notifications/rules/new" leftSection={<IconPlus size={16} />}>
              {t('notifications.newRule')}
            </ButtonLink>
          </Group>
        </May>
      }
      fill
    >
      <Tabs value={tab} onChange={(value) => void navigate({ to: '/notifications', search: { tab: value ?? undefined }, replace: true })} mb="sm">
        <Tabs.List>
          {(Object.keys(TABS) as Tab[]).map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`notifications.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <Shown />
    </Page>
  );
}
