import { parseExact, stringifyExact } from './exact';
import { problemFrom, withoutAnswer } from './problem';

export type QueryValue = string | number | boolean | undefined | null | readonly string[];
export type Query = Record<string, QueryValue>;

export interface Send {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** Version of the resource the edit is based on. */
  version?: number;
  query?: Query;
  /** Whether numbers of the answer that JavaScript would change are kept as they were written. */
  exact?: boolean;
  signal?: AbortSignal;
}

const BASE = '/api/v1';

/** The address of an API resource, with its query; empty values are left out, lists repeat their name. */
export function address(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') {
        params.append(name, String(one));
      }
    }
  }
  const text = params.toString();
  return BASE + path + (text ? `?${text}` : '');
}

/** Fetches. @throws Problem when no answer comes */
export const ask = (at: string, how: RequestInit): Promise<Response> =>
  fetch(at, how).catch((error: unknown) => {
    throw withoutAnswer(error);
  });

/** Changes that are under way, by what was sent. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * Asks the server. A change asked for twice at once, as by a button pressed twice, is sent once.
 *
 * @throws Problem when it refuses or cannot be reached
 */
export function send<T>(path: string, options: Send = {}): Promise<T> {
  if (!options.method || options.method === 'GET' || options.body instanceof FormData) {
    return answerTo(path, options);
  }
  const what = [options.method, address(path, options.query), options.version, stringifyExact(options.body)].join(' ');
  const answer = underWay.get(what) ?? answerTo<T>(path, options).finally(() => underWay.delete(what));
  underWay.set(what, answer);
  return answer as Promise<T>;
}

async function answerTo<T>(path: string, options: Send): Promise<T> {
  const answer = await ask(address(path, options.query), {
    method: options.method ?? 'GET',
    headers: headersOf(options),
    body: bodyOf(options.body),
    credentials: 'same-origin',
    signal: options.signal,
  });
  const text = await answer.text();
  if (!answer.ok) {
    throw problemFrom(answer.status, text);
  }
  const read = options.exact ? parseExact : JSON.parse;
  return (text ? read(text) : undefined) as T;
}

function headersOf({ body, version }: Send): Record<string, string> {
  return {
    Accept: 'application/json, application/problem+json',
    // The server wants this header on whatever changes something: another site cannot send it.
    'X-Syncline': '1',
    ...(body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
    ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
  };
}

function bodyOf(body: unknown): BodyInit | undefined {
  return body === undefined || body instanceof FormData ? body : stringifyExact(body);
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal) => send<T>(path, { query, signal });
export const post = <T>(path: string, body?: unknown) => send<T>(path, { method: 'POST', body });
export const put = <T>(path: string, body: unknown, version?: number) => send<T>(path, { method: 'PUT', body, version });
export const remove = <T>(path: string, version?: number) => send<T>(path, { method: 'DELETE', version });
