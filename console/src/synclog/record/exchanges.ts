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

/** The first line of a message: "POST https://payroll/users", "201". */
export const firstLine = (message: WireRequest | WireResponse): string =>
  'operation' in message ? `${message.operation ?? ''} ${message.target ?? ''}`.trim() : (message.status ?? '');

/** The whole message in one text, as it is on record. */
export const rawMessage = (message: WireRequest | WireResponse): string =>
  [firstLine(message), headerLines(message.headers)].filter(Boolean).join('\n') + (message.body ? `\n\n${message.body}` : '\n');

/** Whether the answer says that it was not done, in the words of its protocol. */
export function isRefusal({ status, broken }: WireResponse): boolean {
  const code = Number.parseInt(status ?? '', 10);
  return broken || (status !== null && /^\d{3}$/.test(status) ? code >= 300 : code > 0);
}

/** The numbers of attempts that sent something, in order. */
export const attemptsOf = (exchanges: Exchange[]): number[] => [...new Set(exchanges.map(({ attempt }) => attempt))];
