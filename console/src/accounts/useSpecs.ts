import type { Application } from '../api/directory';
import { useConnector } from '../applications/connectors';

/** What attributes an account of the application can have: those the connector knows, and those that are mapped. */
export function useSpecs(application: Application | undefined) {
  const connector = useConnector(application?.connector);
  const known = connector?.attributes ?? [];
  const mapped = (application?.mappings ?? [])
    .filter(({ target }) => !known.some((spec) => spec.name === target))
    .map(({ target, secret }) => ({ name: target, type: 'TEXT' as const, required: false, multiple: false, secret, help: '' }));
  return {
    // What a mapping fills need not be entered.
    specs: [...known.map((spec) => ({ ...spec, required: false })), ...mapped],
    open: connector?.attributesOpen ?? false,
  };
}
