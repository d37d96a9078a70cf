import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/links';
import type { LegalHold } from './retention';

/** What a hold names, with the way there where there is one. */
export function HoldSubject({ hold }: { hold: LegalHold }) {
  const { t } = useTranslation();
  return (
    <>
      <Subject hold={hold} />
      <Text size="sm" c="dimmed">
        {t(`retention.subjectType.${hold.subjectType}`)}
      </Text>
    </>
  );
}

function Subject({ hold: { subjectType, subjectId, subjectName } }: { hold: LegalHold }) {
  const name = subjectName ?? subjectId;
  switch (subjectType) {
    case 'USER':
      return (
        <TextLink to="/log" search={{ view: 'all', user: [subjectId] }}>
          {name}
        </TextLink>
      );
    case 'APPLICATION':
      return (
        <TextLink to="/applications/$applicationId" params={{ applicationId: subjectId }}>
          {name}
        </TextLink>
      );
    case 'TASK':
      return (
        <TextLink to="/log/$taskId" params={{ taskId: subjectId }}>
          {name}
        </TextLink>
      );
  }
}
