import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface MoreButtonProps {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** The next page of a list that stands inside a page. */
export function MoreButton({ list }: MoreButtonProps) {
  const { t } = useTranslation();
  return list.hasNextPage ? (
    <Button variant="subtle" size="xs" mt="sm" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {t('common.more')}
    </Button>
  ) : null;
}
