import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconClock, IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_CODES, LANGUAGES, speak } from '../locales/languages';
import { notify } from '../ui/notify';
import { TIME_STYLES } from '../ui/times';
import { useClock } from '../ui/TimeText';

const SCHEMES = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop } as const;

/** How the console looks, which language it speaks and how it says times: for this browser. */
export function Preferences({ narrow }: { narrow: boolean }) {
  return (
    <div style={{ display: 'flex', flexDirection: narrow ? 'column' : 'row', gap: 4, paddingLeft: 5 }}>
      <Theme />
      <LanguageMenu />
      <Times />
    </div>
  );
}

function Theme() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Current = SCHEMES[colorScheme];
  return (
    <Menu position="right-end" width={170}>
      <Menu.Target>
        <Tooltip label={t('shell.theme')} position="right">
          <ActionIcon variant="subtle" color="gray" aria-label={t('shell.theme')}>
            <Current size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.theme')}</Menu.Label>
        {(['light', 'dark', 'auto'] as const).map((scheme) => {
          const Icon = SCHEMES[scheme];
          return (
            <Menu.Item
              key={scheme}
              leftSection={<Icon size={15} />}
              rightSection={scheme === colorScheme && <IconCheck size={14} />}
              onClick={() => setColorScheme(scheme)}
            >
              {t(`shell.themes.${scheme}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

/** On a page without times, as the sign-in's: look and language alone. */
export function LookAndLanguage() {
  return (
    <div style={{ display: 'flex', justifyContent: 'center', gap: 4 }}>
      <Theme />
      <LanguageMenu />
    </div>
  );
}

function LanguageMenu() {
  const { t, i18n } = useTranslation();
  return (
    <Menu position="right-end" width={170}>
      <Menu.Target>
        <Tooltip label={t('shell.language')} position="right">
          <ActionIcon variant="subtle" color="gray" aria-label={t('shell.language')}>
            <IconLanguage size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.language')}</Menu.Label>
        {LANGUAGE_CODES.map((code) => (
          <Menu.Item
            key={code}
            lang={code}
            rightSection={code === i18n.language && <IconCheck size={14} />}
            onClick={() => void speak(code).catch(() => notify.failed(new Error(t('shell.languageFailed'))))}
          >
            {LANGUAGES[code].name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Times() {
  const { t } = useTranslation();
  const { style, setStyle } = useClock();
  return (
    <Menu position="right-end" width={170}>
      <Menu.Target>
        <Tooltip label={t('shell.times')} position="right">
          <ActionIcon variant="subtle" color="gray" aria-label={t('shell.times')}>
            <IconClock size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.times')}</Menu.Label>
        {TIME_STYLES.map((one) => (
          <Menu.Item key={one} rightSection={one === style && <IconCheck size={14} />} onClick={() => setStyle(one)}>
            {t(`shell.timeStyles.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
