import { z } from 'zod';

const document = z.object({
  type: z.string().optional(),
  title: z.string().optional(),
  status: z.number().optional(),
  detail: z.string().optional(),
  code: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
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
    return new Problem(status, 'UNREADABLE', `HTTP ${status}`, `The server answered ${status} without saying why.`);
  }
  const { code, title, detail, errors } = parsed.data;
  return new Problem(status, code ?? 'UNKNOWN', title ?? `HTTP ${status}`, detail ?? title ?? `HTTP ${status}`, errors);
}

/** Anything thrown, as a problem that can be shown. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) {
    return error;
  }
  if (error instanceof TypeError) {
    return new Problem(0, 'UNREACHABLE', 'No answer', 'The server cannot be reached. Check that it is running, then try again.');
  }
  return new Problem(0, 'UNKNOWN', 'Something went wrong', error instanceof Error ? error.message : String(error));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
