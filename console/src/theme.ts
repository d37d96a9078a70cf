import { createTheme } from '@mantine/core';

const CHINESE = "'PingFang SC', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC'";

export const theme = createTheme({
  primaryColor: 'indigo',
  // One shade darker than usual in the light: white words on it, and links on white, are read well (4.5 to 1 and more).
  primaryShade: { light: 7, dark: 8 },
  respectReducedMotion: true,
  // Names are Chinese in an English console too, so their fonts are always there, after whatever has the Latin letters.
  fontFamily: `'Inter Variable', system-ui, -apple-system, 'Segoe UI', ${CHINESE}, sans-serif`,
  fontFamilyMonospace: `ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace, ${CHINESE}`,
  headings: { fontWeight: '600' },
  defaultRadius: 'md',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 } } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, multiline: true } },
  },
});
