import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './Log.module.css';
import type { LiveState } from './useLive';

interface LiveSwitchProps {
  state: LiveState;
  /** Whether the reader paused it, or what the reader is about does. */
  byHand: boolean;
  onToggle: () => void;
}

/** Whether changes arrive by themselves; a press pauses them. */
export function LiveSwitch({ state, byHand, onToggle }: LiveSwitchProps) {
  const { t } = useTranslation();
  const help = t(`loglist.live.${state === 'paused' && !byHand ? 'held' : state}Help`);
  return (
    <UnstyledButton className={styles.live} data-state={state} aria-pressed={state !== 'paused'} title={help} onClick={onToggle} data-testid="live">
      <i aria-hidden />
      {t(`loglist.live.${state}`)}
    </UnstyledButton>
  );
}
