import { describe, expect, it } from 'vitest';
import i18next from '../i18n';
import { differencesOf, type HistoryEntry } from './history';

const entry = (differences: HistoryEntry['differences'], kind: HistoryEntry['kind'] = 'EDITED') => ({ kind, differences }) as HistoryEntry;

describe('the differences of a change', () => {
  it('name fields and statuses in words', () => {
    expect(differencesOf(i18next.t, entry([{ field: 'status', before: 'ENABLED', after: 'DELETED' }]))).toEqual([
      { path: 'Status', before: 'Enabled', after: 'Deleted' },
    ]);
  });

  it('leave out what the kind of the change says already', () => {
    expect(differencesOf(i18next.t, entry([{ field: 'status', before: 'ENABLED', after: 'DELETED' }], 'DELETED'))).toEqual([]);
  });

  it('name further attributes as they are, even when they are called like a field', () => {
    expect(differencesOf(i18next.t, entry([{ field: 'attributes.email', before: null, after: 'a' }]))[0]?.path).toBe('email');
  });
});
