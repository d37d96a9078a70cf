import { Alert, Button, Text } from '@mantine/core';
import { Fragment, useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Saved } from '../api/saved';

interface SteadyFormProps<T> {
  /** What was read last. */
  read: T;
  /** Another one for each version of it. */
  stamp: string | number;
  /** The form over what it began with. */
  children: (begun: T) => ReactNode;
}

/**
 * A form over something that others change too, and that is read anew while somebody types. Who has changed nothing yet sees the latest at
 * once; from the others nothing is taken: they are told, keep what they typed, and save it over nobody's change without having seen it.
 */
export function SteadyForm<T>({ read, stamp, children }: SteadyFormProps<T>) {
  const { t } = useTranslation();
  const [begun, setBegun] = useState({ read, stamp });
  const [touched, setTouched] = useState(false);
  const latest = stamp === begun.stamp;
  if (!latest && !touched) {
    setBegun({ read, stamp });
  }
  const touch = () => setTouched(true);
  return (
    <Saved value={() => setTouched(false)}>
      {!latest && (
        <Alert color="orange" title={t('common.changedMeanwhile')} role="status" mb="md" maw={980} data-testid="changed-meanwhile">
          <Text size="sm">{t('common.changedMeanwhileHint')}</Text>
          <Button variant="default" size="xs" mt="xs" onClick={() => setTouched(false)}>
            {t('common.showLatest')}
          </Button>
        </Alert>
      )}
      {/* Where these bubble to: caught before, they would have the field drawn with its old text ahead of its own change. */}
      <div onInput={touch} onClick={(event) => isChoice(event) && touch()}>
        <Fragment key={begun.stamp}>{children(latest ? read : begun.read)}</Fragment>
      </div>
    </Saved>
  );
}

/** A click may choose something, except where one only begins to type. */
const isChoice = ({ target }: SyntheticEvent) => !(target as Element).matches('textarea, input:not([type=checkbox], [type=radio])');
