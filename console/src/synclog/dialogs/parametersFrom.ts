import { z } from 'zod/mini';
import { isExactNumber, parseExact, type ExactNumber } from '../../api/exact';
import type { Parameters } from '../../api/tasks';

const scalar = z.union([z.string(), z.number(), z.custom<ExactNumber>(isExactNumber), z.boolean()]);
const permission = z.strictObject({ id: z.string(), kind: z.string(), name: z.string(), value: z.string() });
const parameters = z.strictObject({
  name: z.string(),
  attributes: z.record(z.string(), z.union([scalar, z.null(), z.array(scalar)])),
  bind: z.array(permission),
  unbind: z.array(permission),
});

/** Parameters typed as JSON; null when the text is not JSON or not parameters. */
export function parametersFrom(text: string): Parameters | null {
  try {
    return parameters.parse(parseExact(text));
  } catch {
    return null;
  }
}
