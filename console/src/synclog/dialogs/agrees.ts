import type { RemoteState } from '../../api/directory';
import type { Action } from '../../api/tasks';

/** Whether what the application has now is as it should be when the action was done there; undefined where it cannot be told. */
export function agrees(action: Action, { state, enabled }: Pick<RemoteState, 'state' | 'enabled'>): boolean | undefined {
  if (state === 'UNKNOWN') {
    return undefined;
  }
  switch (action) {
    case 'DELETE':
      return state === 'GONE';
    case 'DISABLE':
      return state === 'GONE' || enabled === false;
    case 'ENABLE':
      return state === 'FOUND' && enabled !== false;
    case 'CREATE':
    case 'UPDATE':
      return state === 'FOUND';
  }
}
