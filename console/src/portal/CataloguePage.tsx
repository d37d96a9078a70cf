import { Button, Group, Select, Stack, Tabs, Text } from '@mantine/core';
import { IconMinus, IconPlus, IconShoppingCartOff } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer, PackageOffer, Person } from '../api/access';
import { useList } from '../api/list';
import { MoreButton } from '../ui/MoreButton';
import { byApplication, itemWords } from '../requests/words';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { FilterRow } from '../ui/FilterRow';
import { Page } from '../ui/Page';
import { SearchBox } from '../ui/SearchBox';
import { Section } from '../ui/Section';
import { list } from '../ui/format';
import { Cart } from './Cart';
import { offerItem, packageItem, toggled, type CartItem } from './cart';
import styles from './Portal.module.css';

/** What can be asked for, and the cart it is put into. */
export function CataloguePage() {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [forUser, setForUser] = useState<string | null>(null);
  const [cart, setCart] = useState<CartItem[]>([]);
  const team = useList<Person>('/portal/team', {}, { limit: 200 });
  const offers = useList<Offer>('/portal/catalogue', { q, forUserId: forUser });
  const packages = useList<PackageOffer>('/portal/packages', { q, forUserId: forUser });
  const toggle = (item: CartItem) => setCart((before) => toggled(before, item));
  const isIn = (key: string) => cart.some((one) => one.key === key);
  return (
    <Page title={t('portal.nav.request')} subtitle={t('portal.requestHint')}>
      <FilterRow>
        <SearchBox label={t('portal.searchCatalogue')} value={q} onChange={setQ} />
        {team.rows.length > 0 && (
          <Select
            size="xs"
            w={220}
            aria-label={t('requests.for')}
            data={[{ value: '', label: t('portal.forMyself') }, ...team.rows.map((person) => ({ value: person.id, label: t('portal.forPerson', { name: person.name }) }))]}
            value={forUser ?? ''}
            onChange={(id) => {
              setForUser(id || null);
              setCart([]);
            }}
          />
        )}
      </FilterRow>
      <div className={styles.withCart}>
        <div>
          <Tabs defaultValue="things" keepMounted={false}>
            <Tabs.List mb="md">
              <Tabs.Tab value="things">{t('portal.things')}</Tabs.Tab>
              <Tabs.Tab value="packages">{t('portal.packages')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="things">
              <ErrorNotice error={offers.error} />
              {!offers.isPending && offers.rows.length === 0 && <NothingOffered />}
              {byApplication(offers.rows).map(([application, theirs]) => (
                <Section key={application} title={application}>
                  <Stack gap={10}>
                    {theirs.map((offer) => {
                      const item = offerItem(offer, t('requests.account'));
                      return <OfferRow key={item.key} name={item.name} detail={offer.description} refusal={offer.refusal} chosen={isIn(item.key)} onToggle={() => toggle(item)} />;
                    })}
                  </Stack>
                </Section>
              ))}
              <MoreButton list={offers} />
            </Tabs.Panel>
            <Tabs.Panel value="packages">
              <ErrorNotice error={packages.error} />
              {!packages.isPending && packages.rows.length === 0 && <NothingOffered />}
              {packages.rows.map((offer) => (
                <Section key={offer.packageId} title={offer.name}>
                  <OfferRow
                    name={
                      <>
                        {byApplication(offer.items).map(([application, items]) => (
                          <div key={application}>
                            {application}: {list(items.map((item) => itemWords(item, t)))}
                          </div>
                        ))}
                      </>
                    }
                    detail={offer.description ?? (offer.maxDays ? t('portal.atMost', { count: offer.maxDays }) : null)}
                    refusal={offer.refusal}
                    chosen={isIn(offer.packageId)}
                    onToggle={() => toggle(packageItem(offer))}
                  />
                </Section>
              ))}
              <MoreButton list={packages} />
            </Tabs.Panel>
          </Tabs>
        </div>
        <Cart items={cart} forUserId={forUser} onRemove={toggle} onSent={() => setCart([])} />
      </div>
    </Page>
  );
}

function NothingOffered() {
  const { t } = useTranslation();
  return <EmptyState icon={IconShoppingCartOff} title={t('portal.nothingOffered')} hint={t('portal.nothingOfferedHint')} />;
}

interface OfferRowProps {
  name: ReactNode;
  detail: string | null;
  refusal: string | null;
  chosen: boolean;
  onToggle: () => void;
}

function OfferRow({ name, detail, refusal, chosen, onToggle }: OfferRowProps) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" wrap="nowrap" data-testid="offer">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" component="div">
          {name}
        </Text>
        {(refusal ?? detail) && (
          <Text size="xs" c="dimmed">
            {refusal ?? detail}
          </Text>
        )}
      </div>
      <Button size="xs" variant={chosen ? 'filled' : 'default'} disabled={refusal !== null} leftSection={chosen ? <IconMinus size={14} /> : <IconPlus size={14} />} onClick={onToggle} style={{ flex: 'none' }}>
        {t(chosen ? 'portal.takeOut' : 'portal.putIn')}
      </Button>
    </Group>
  );
}
