import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttributeValue, TaskDetail } from '../../api/tasks';
import { CopyButton } from '../../ui/CopyButton';
import { JsonView } from '../../ui/JsonView';
import { Section } from '../../ui/Section';
import { isMasked, shownValue } from '../values';
import { PermissionList } from './PermissionList';
import styles from './Record.module.css';

/** Second part: what the application is asked for. */
export function ParametersSection({ task }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const [raw, setRaw] = useState(false);
  const text = JSON.stringify(task.parameters, null, 2);
  return (
    <Section
      title={t('synclog.record.parameters')}
      testId="task-parameters"
      aside={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('synclog.record.shownAs')}
            value={raw ? 'raw' : 'table'}
            onChange={(value) => setRaw(value === 'raw')}
            data={[
              { value: 'table', label: t('synclog.record.table') },
              { value: 'raw', label: 'JSON' },
            ]}
          />
          <CopyButton value={text} />
        </>
      }
    >
      {raw ? <JsonView value={text} label={t('synclog.record.parameters')} /> : <ParameterTable task={task} />}
    </Section>
  );
}

function ParameterTable({ task: { parameters } }: { task: TaskDetail }) {
  const { t } = useTranslation();
  const attributes = Object.entries(parameters.attributes);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th style={{ width: '32%' }}>{t('synclog.record.attribute')}</th>
            <th>{t('synclog.record.value')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{t('common.name')}</td>
            <td>{parameters.name}</td>
          </tr>
          {attributes.map(([name, value]) => (
            <tr key={name}>
              <td className={styles.mono}>{name}</td>
              <td>
                <Value value={value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {parameters.bind.length + parameters.unbind.length > 0 && (
        <div style={{ marginTop: 14 }}>
          <PermissionList bound={parameters.bind} unbound={parameters.unbind} wanted />
        </div>
      )}
    </>
  );
}

function Value({ value }: { value: AttributeValue }) {
  const { t } = useTranslation();
  if (isMasked(value)) {
    return <span className={styles.masked}>•••••••• {t('synclog.record.masked')}</span>;
  }
  return value === null ? (
    <Text span size="sm" c="dimmed">
      {t('synclog.record.cleared')}
    </Text>
  ) : (
    <>{shownValue(value)}</>
  );
}
