import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from '../api/client';
import type { Trend } from '../api/failures';

export const trendQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['/failure-groups', 'trend', groupId],
    queryFn: ({ signal }) => get<Trend>(`/failure-groups/${groupId}/trend`, {}, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
