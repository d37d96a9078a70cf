import { useNavigate } from '@tanstack/react-router';
import { useChange } from '../api/one';
import { planRepair, type RepairAction } from '../api/repairs';
import { notify } from '../ui/notify';
import type { Selection } from '../ui/useSelection';
import { taskQuery, type LogSearch } from './search';

/** Makes a plan for the chosen tasks and leads to its page; nothing is done to them before it is run there. */
export function useBulk(search: LogSearch, selection: Selection) {
  const navigate = useNavigate();
  const { mutate, isPending } = useChange(
    ['/repairs'],
    (action: RepairAction) =>
      planRepair(selection.everything ? { action, filter: { ...taskQuery(search), order: undefined } } : { action, taskIds: [...selection.ids] }),
    ({ id }) => void navigate({ to: '/repairs/$repairId', params: { repairId: id } }),
  );
  return { plan: (action: RepairAction) => mutate(action, { onError: notify.failed }), isPending };
}
