import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { Dashboard, Range, RemainingCount } from '../api/dashboard';

/** The server counts every few seconds. */
const EVERY = 10_000;

export function useDashboard(range: Range) {
  return useQuery({
    queryKey: ['/dashboard', range],
    queryFn: ({ signal }) => get<Dashboard>('/dashboard', { range }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY,
  });
}

export function useRemainingCount() {
  return useQuery({
    queryKey: ['/dashboard/remaining-access', 'count'],
    queryFn: ({ signal }) => get<RemainingCount>('/dashboard/remaining-access/count', {}, signal),
    refetchInterval: EVERY,
  });
}
