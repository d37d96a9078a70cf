import { Alert, Code, Group } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { CopyButton } from './CopyButton';

/** A secret that is shown this once. */
export function SecretOnce({ title, value }: { title: string; value: string }) {
  return (
    <Alert color="teal" icon={<IconKey />} title={title} role="status">
      <Group gap="xs" wrap="nowrap">
        <Code style={{ overflowWrap: 'anywhere' }} data-testid="secret-once">
          {value}
        </Code>
        <CopyButton value={value} />
      </Group>
    </Alert>
  );
}
