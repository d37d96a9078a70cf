import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import i18next from './i18n';
import { english, englishPages } from './locales/english';
import { textsOf } from './locales/languages';

// jsdom has no layout, so Mantine's questions about it are answered here.
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
    dispatchEvent: () => false,
  }) as MediaQueryList;

window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

Element.prototype.scrollIntoView ??= () => {};

i18next.addResourceBundle('en', 'translation', english);
await textsOf(...Object.keys(englishPages));

afterEach(cleanup);
