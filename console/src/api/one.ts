import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useContext, useEffect, useRef, type ReactNode } from 'react';
import { notify } from '../ui/notify';
import { get } from './client';
import { Problem } from './problem';
import { Saved } from './saved';

/** One resource by its id. */
export const oneQuery = <T>(path: string, id: string) =>
  queryOptions({ queryKey: [path, 'one', id], queryFn: ({ signal }) => get<T>(`${path}/${id}`, {}, signal) });

/**
 * Something that changes resources of these paths; all that was read of them is read anew.
 *
 * The answer may be slow, and the reader have gone on. So `onDone` is only for who is still there: nobody is taken back to where it was
 * asked, and no other dialog is closed. What came of it is told wherever the reader is by then.
 *
 * @param said the words of a notice that it is done, where there should be one
 */
export function useChange<I, O>(
  paths: string[],
  run: (input: I) => Promise<O>,
  onDone?: (result: O, input: I) => void,
  said?: (result: O, input: I) => ReactNode,
) {
  const queries = useQueryClient();
  const there = useThere();
  const saved = useContext(Saved);
  const readAnew = () => Promise.all(paths.map((path) => queries.invalidateQueries({ queryKey: [path] })));
  return useMutation({
    mutationFn: run,
    onSuccess: async (result, input) => {
      const words = said?.(result, input);
      if (words) {
        notify.done(words);
      }
      if (there.current) {
        saved();
        onDone?.(result, input);
      }
      await readAnew();
    },
    onError: (error) => {
      if (!there.current) {
        notify.failed(error);
      }
      if (error instanceof Problem && OTHERWISE.includes(error.status)) {
        void readAnew();
      }
    },
  });
}

/** Refusals which say that something is no longer as it was read: who is signed in, what there is, its state, its version. */
const OTHERWISE = [401, 404, 409, 412];

/** Whether what uses it is still shown. */
function useThere() {
  const there = useRef(false);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);
  return there;
}
