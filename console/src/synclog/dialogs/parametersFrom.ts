import { z } from 'zod';
import type { Parameters } from '../../api/tasks';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
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
    return parameters.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
