import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { post } from '../api/client';
import type { Mapping, MappingPreview } from '../api/directory';

interface Unsaved {
  mappings: Mapping[];
  accountNameExpression: string;
}

/** What the mappings make of a user: the stored ones, or those being edited. */
export function useMappingPreview(applicationId: string | null, userId: string | null, unsaved?: Unsaved) {
  return useQuery({
    queryKey: ['/applications', 'preview', applicationId, userId, unsaved],
    queryFn: () => post<MappingPreview>(`/applications/${applicationId}/mappings/preview`, { userId, ...unsaved }),
    enabled: applicationId !== null && userId !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
