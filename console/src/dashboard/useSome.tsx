import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const FIRST = 8;

/** The first rows, and a button for the others. */
export function useSome<T>(rows: T[]): { some: T[]; more: ReactNode } {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const more = rows.length > FIRST && !all && (
    <Button variant="subtle" size="xs" mt="sm" onClick={() => setAll(true)}>
      {t('dashboard.showAll', { count: rows.length })}
    </Button>
  );
  return { some: all ? rows : rows.slice(0, FIRST), more };
}
