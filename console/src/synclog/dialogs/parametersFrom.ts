import { z } from 'zod/mini';
import { isExactNumber, parseExact, type ExactNumber } from '../../api/exact';
import type { Parameters } from '../../api/tasks';
import type { Mark } from '../../ui/code/types';

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

/** Where a text stops being parameters: the place the parser names, or the member that does not belong or is of the wrong kind. */
export function faultIn(text: string, title: string): Mark | null {
  let json: unknown;
  try {
    json = parseExact(text);
  } catch (error) {
    const at = Math.min(Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length), text.length);
    return { from: Math.max(0, at - 1), to: at, title };
  }
  const found = parameters.safeParse(json);
  const issue = found.success ? undefined : found.error.issues[0];
  return issue ? { ...placeOf(text, issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : String(issue.path.at(-1) ?? '')), title } : null;
}

/** Where a member stands in a text, or the text's beginning. */
export function placeOf(text: string, member: string): { from: number; to: number } {
  const key = JSON.stringify(member);
  const from = text.search(new RegExp(`${key.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*:`));
  return from < 0 ? { from: 0, to: Math.min(1, text.length) } : { from, to: from + key.length };
}
