import { useQuery } from '@tanstack/react-query';
import { get, send } from '../../api/client';
import type { RemoteState } from '../../api/directory';

import type { ConfirmPreview, Counterparts, Parameters, Resolution, RetryPreview, TaskDetail, TrailStep } from '../../api/tasks';

/** What has no reason to change while the record is looked at is read once. */
const ONCE = { staleTime: 5 * 60_000 };

export const useTrail = (id: string) =>
  useQuery({ queryKey: ['/tasks', 'trail', id], queryFn: ({ signal }) => get<TrailStep[]>(`/tasks/${id}/trail`, {}, signal), ...ONCE });

export const useResolutions = ({ id, failureGroup }: TaskDetail) =>
  useQuery({
    queryKey: ['/tasks', 'resolutions', id],
    queryFn: ({ signal }) => get<Resolution[]>(`/tasks/${id}/resolutions`, {}, signal),
    enabled: failureGroup !== null,
    ...ONCE,
  });

export const useCounterparts = (id: string, enabled: boolean) =>
  useQuery({ queryKey: ['/tasks', 'counterparts', id], queryFn: ({ signal }) => get<Counterparts>(`/tasks/${id}/counterparts`, {}, signal), enabled, ...ONCE });

export const useConfirmPreview = (id: string) =>
  useQuery({ queryKey: ['/tasks', 'confirm', id], queryFn: () => get<ConfirmPreview>(`/tasks/${id}/confirm`), gcTime: 0 });

export const useRetryPreview = (id: string) =>
  useQuery({ queryKey: ['/tasks', 'retry', id], queryFn: () => send<RetryPreview>(`/tasks/${id}/retry`, { exact: true }), gcTime: 0 });

/** Asks the application each time somebody wants to know, a dialog that is opened again too, and never by itself again. */
export const useTarget = (id: string, enabled = true) =>
  useQuery({
    queryKey: ['/tasks', 'target', id],
    queryFn: ({ signal }) => send<RemoteState>(`/tasks/${id}/target`, { signal, exact: true }),
    enabled,
    gcTime: 0,
    staleTime: 0,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  });

/** What is wrong with corrected parameters, asked while they are typed. */
export interface Validation {
  valid: boolean;
  errors: { field: string; message: string }[];
}

export const useValidation = (id: string, parameters: Parameters, enabled: boolean) =>
  useQuery({
    queryKey: ['/tasks', 'validation', id, parameters],
    queryFn: ({ signal }) => send<Validation>(`/tasks/${id}/modify/validate`, { method: 'POST', body: { parameters }, signal }),
    enabled,
    gcTime: 0,
  });
