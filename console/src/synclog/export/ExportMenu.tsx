import { Button, Menu, Text } from '@mantine/core';
import { IconDownload, IconFileTypeCsv, IconJson } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Facets } from '../../api/tasks';
import { taskQuery, type LogSearch } from '../search';
import { startExport } from './exports';
import type { ExportFormat } from './rowCounter';

const FORMATS: { format: ExportFormat; icon: typeof IconJson }[] = [
  { format: 'csv', icon: IconFileTypeCsv },
  { format: 'jsonl', icon: IconJson },
];

/** Everything the filters show, as a file. */
export function ExportMenu({ search, facets }: { search: LogSearch; facets: Facets | undefined }) {
  const { t } = useTranslation();
  const about = facets && !facets.totalIsEstimate ? facets.total : undefined;
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconDownload size={15} />}>
          {t('loglist.export.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('loglist.export.title')}</Menu.Label>
        {FORMATS.map(({ format, icon: Icon }) => (
          <Menu.Item key={format} leftSection={<Icon size={18} stroke={1.6} />} onClick={() => void startExport(taskQuery(search), format, about)}>
            {t(`loglist.export.${format}`)}
            <Text size="xs" c="dimmed">
              {t(`loglist.export.${format}Hint`)}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
