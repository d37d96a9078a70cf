import { Button, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client';
import type { SecondFactor } from '../api/signin';
import { ErrorNotice } from '../ui/ErrorNotice';
import { Section } from '../ui/Section';
import { TimeText } from '../ui/TimeText';
import { SecondFactorDialog, type SecondFactorAct } from './SecondFactorDialog';

const PATH = '/session/second-factor';

export function SecondFactorSection() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: factor, error } = useQuery({ queryKey: [PATH], queryFn: ({ signal }) => get<SecondFactor>(PATH, {}, signal) });
  const [act, setAct] = useState<SecondFactorAct | null>(null);
  const close = () => {
    setAct(null);
    void queries.invalidateQueries({ queryKey: [PATH] });
    void queries.invalidateQueries({ queryKey: ['/session/all'] });
  };
  return (
    <Section title={t('signin.secondFactor')} testId="second-factor">
      <ErrorNotice error={error} />
      {factor && (
        <Group gap="md">
          <Text size="sm" style={{ flex: 1 }} component="div">
            {factor.since ? (
              <>
                {t('signin.onSince')} <TimeText at={factor.since} /> · {t('signin.codesLeft', { count: factor.recoveryCodesLeft })}
              </>
            ) : (
              t('signin.offHint')
            )}
          </Text>
          {factor.since ? (
            <>
              <Button variant="default" size="xs" onClick={() => setAct('codes')}>
                {t('signin.newCodes')}
              </Button>
              {!factor.required && (
                <Button variant="subtle" color="red" size="xs" onClick={() => setAct('remove')}>
                  {t('common.remove')}
                </Button>
              )}
            </>
          ) : (
            <Button size="xs" onClick={() => setAct('setUp')}>
              {t('signin.setUp')}
            </Button>
          )}
        </Group>
      )}
      {act && <SecondFactorDialog act={act} onClose={close} />}
    </Section>
  );
}
