import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { Connector } from '../api/directory';

/** The kinds of applications this server can speak to. */
export function useConnectors() {
  return useQuery({
    queryKey: ['/connectors'],
    queryFn: () => get<{ items: Connector[] }>('/connectors').then(({ items }) => items),
    staleTime: Infinity,
  });
}

export function useConnector(name: string | undefined): Connector | undefined {
  const { data } = useConnectors();
  return data?.find((connector) => connector.name === name);
}
