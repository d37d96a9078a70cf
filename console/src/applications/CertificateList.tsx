import { Alert, Table } from '@mantine/core';
import { IconAlertTriangle, IconCertificate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../api/directory';
import { Badge, type Tone } from '../ui/Badge';
import { TimeText } from '../ui/TimeText';

const TONES: Record<Certificate['state'], Tone> = { VALID: 'green', EXPIRES_SOON: 'orange', EXPIRED: 'red', NOT_YET_VALID: 'orange' };

/** The certificates of a connection and until when they count; what needs another one soon is said above. */
export function CertificateList({ certificates }: { certificates: Certificate[] }) {
  const { t } = useTranslation();
  if (certificates.length === 0) {
    return null;
  }
  const ending = certificates.filter((one) => one.state !== 'VALID');
  return (
    <>
      {ending.length > 0 && (
        <Alert color={ending.some((one) => one.state === 'EXPIRED') ? 'red' : 'orange'} icon={<IconAlertTriangle size={18} aria-hidden />} mt="md" data-testid="certificates-end">
          {t('applications.certificates.ending', { count: ending.length })}
        </Alert>
      )}
      <Table mt="md" verticalSpacing={4} data-testid="certificates">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('applications.certificates.certificate')}</Table.Th>
            <Table.Th>{t('applications.certificates.issuer')}</Table.Th>
            <Table.Th>{t('applications.certificates.until')}</Table.Th>
            <Table.Th>{t('applications.certificates.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {certificates.map((one) => (
            <Table.Tr key={`${one.setting}:${one.subject}:${one.notAfter}`}>
              <Table.Td>{one.subject}</Table.Td>
              <Table.Td>{one.issuer}</Table.Td>
              <Table.Td>
                <TimeText at={one.notAfter} />
              </Table.Td>
              <Table.Td>
                <Badge label={t(`applications.certificates.${one.state}`)} tone={TONES[one.state]} icon={IconCertificate} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
