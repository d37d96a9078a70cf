import type { TaskDetail, WireRequest, WireResponse } from '../../api/tasks';

/** One request with what came back for it, if anything did. */
export interface Exchange {
  attempt: number;
  seq: number;
  request: WireRequest | undefined;
  response: WireResponse | undefined;
}

/** Brings requests and responses together that share attempt and number, in the order of sending. */
export function exchangesOf({ requests, responses }: Pick<TaskDetail, 'requests' | 'responses'>): Exchange[] {
  const byKey = new Map<string, Exchange>();
  const at = ({ attempt, seq }: { attempt: number; seq: number }) => {
    const key = `${attempt}:${seq}`;
    const exchange = byKey.get(key) ?? { attempt, seq, request: undefined, response: undefined };
    byKey.set(key, exchange);
    return exchange;
  };
  requests.forEach((request) => (at(request).request = request));
  responses.forEach((response) => (at(response).response = response));
  return [...byKey.values()].sort((a, b) => a.attempt - b.attempt || a.seq - b.seq);
}

/** Headers as they stand on the wire, one a line. */
export const headerLines = (headers: Record<string, string[] | string> | null): string =>
  Object.entries(headers ?? {})
    .flatMap(([name, values]) => [values].flat().map((value) => `${name}: ${value}`))
    .join('\n');
