import { Alert, Checkbox, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { givenUpBefore, type Period, shortened } from './retention';

interface GivenUpProps {
  before: Period;
  after: Period;
  agreed: boolean;
  onAgree: (agreed: boolean) => void;
}

/** What shorter periods give up within the hour, and whether that is meant. Nothing when none is shorter. */
export function GivenUp({ before, after, agreed, onAgree }: GivenUpProps) {
  const { t } = useTranslation();
  const shorter = shortened(before, after);
  if (shorter.length === 0) {
    return null;
  }
  return (
    <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('retention.givenUp')} data-testid="given-up">
      <List size="sm" mb="sm">
        {shorter.map((kept) => (
          <List.Item key={kept}>
            {t(`retention.before.${kept}`, { day: givenUpBefore(after[kept] ?? 0, new Date()).toISOString().slice(0, 10) })}
          </List.Item>
        ))}
      </List>
      <Checkbox label={t('retention.agree')} checked={agreed} onChange={(event) => onAgree(event.currentTarget.checked)} />
    </Alert>
  );
}
