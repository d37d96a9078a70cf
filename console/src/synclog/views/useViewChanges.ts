import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../api/one';
import { changeView, deleteView, saveView, startWith, type SavedView, type ViewBody } from '../../api/views';
import { searchOf, type View } from './views';

const PATHS = ['/views'];

/** What can be done with views; afterwards the reader stands at the view it was done with. */
export function useViewChanges(onDone: () => void = () => {}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const goTo = (view: SavedView) => void navigate({ to: '/log', search: { ...searchOf(view.address), saved: view.id }, replace: true });
  const done = (view: SavedView) => {
    goTo(view);
    onDone();
  };
  const said = ({ name }: SavedView) => t('loglist.view.saved', { name });
  return {
    save: useChange(PATHS, (body: ViewBody) => saveView(body), done, said),
    change: useChange(PATHS, ({ view, body }: { view: SavedView; body: ViewBody }) => changeView(view, body), done, said),
    remove: useChange(PATHS, deleteView, () => {
      void navigate({ to: '/log', search: { view: 'attention' }, replace: true });
      onDone();
    }),
    start: useChange(
      PATHS,
      ({ saved, shipped }: View) => startWith(saved ? { viewId: saved.id } : { shipped }),
      undefined,
      () => t('loglist.view.startDone'),
    ),
  };
}
