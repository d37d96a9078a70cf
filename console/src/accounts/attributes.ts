import { exactNumber, isExactNumber, isNumberText, type ExactNumber } from '../api/exact';
import type { AttributeSpec, AttributeValue } from '../api/tasks';

/** The known attributes, and after them those that are there though nobody declared them. */
export function specsFor(specs: AttributeSpec[], values: Record<string, unknown>): AttributeSpec[] {
  const known = new Set(specs.map((spec) => spec.name));
  const further = Object.keys(values).filter((name) => !known.has(name));
  return [...specs, ...further.map(undeclared)];
}

const undeclared = (name: string): AttributeSpec => ({ name, type: 'TEXT', required: false, multiple: false, secret: false, help: '' });

/**
 * What was typed, as the attribute's type wants it, digit by digit. What is no number stays text, for the server to judge.
 * An undeclared attribute keeps the type its value had.
 */
export function typed(spec: AttributeSpec, text: string, before?: AttributeValue): string | number | ExactNumber {
  const numeric = spec.type === 'INTEGER' || spec.type === 'DECIMAL' || typeof before === 'number' || isExactNumber(before);
  return numeric && isNumberText(text.trim()) ? exactNumber(text.trim()) : text;
}

/** Only the attributes whose value differs; one that was emptied or taken out is null, which clears it. */
export function changedAttributes(before: Record<string, AttributeValue>, after: Record<string, AttributeValue>): Record<string, AttributeValue> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const cleared = (value: AttributeValue | undefined) => (value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value);
  return Object.fromEntries(
    names
      .map((name): [string, AttributeValue, AttributeValue] => [name, cleared(before[name]), cleared(after[name])])
      .filter(([, was, is]) => JSON.stringify(was) !== JSON.stringify(is))
      .map(([name, , is]) => [name, is]),
  );
}
