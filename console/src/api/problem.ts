import { z } from 'zod/mini';
import i18next from '../i18n';

const document = z.object({
  type: z.optional(z.string()),
  title: z.optional(z.string()),
  status: z.optional(z.number()),
  detail: z.optional(z.string()),
  code: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ field: z.string(), message: z.string() }))),
});

export interface FieldError {
  field: string;
  message: string;
}

/** A refusal of the server: a problem document (RFC 9457), or the nearest thing to it that could be read. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    detail: string,
    readonly errors: FieldError[] = [],
  ) {
    super(detail);
    this.name = 'Problem';
  }

  /** Field errors as a form wants them: field to sentence. */
  byField(): Record<string, string> {
    return Object.fromEntries(this.errors.map((e) => [e.field, e.message]));
  }
}

/** Reads an answer that is not 2xx; the body may be anything, also nothing. */
export function problemFrom(status: number, body: string): Problem {
  const parsed = document.safeParse(parseJson(body));
  if (!parsed.success) {
    return new Problem(status, 'UNREADABLE', `HTTP ${status}`, i18next.t('common.problem.unreadable', { status }));
  }
  const { code, title, detail, errors } = parsed.data;
  return new Problem(status, code ?? 'UNKNOWN', title ?? `HTTP ${status}`, detail ?? title ?? `HTTP ${status}`, errors);
}

/** What fetch throws when no answer came; an abort stays what it is. */
export const withoutAnswer = (error: unknown): unknown =>
  error instanceof TypeError ? new Problem(0, 'UNREACHABLE', i18next.t('common.problem.noAnswer'), i18next.t('common.problem.unreachable')) : error;

/** Anything thrown, as a problem that can be shown. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) {
    return error;
  }
  return new Problem(0, 'UNKNOWN', i18next.t('common.problem.unknown'), error instanceof Error ? error.message : String(error));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
