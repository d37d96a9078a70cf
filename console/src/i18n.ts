import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

/** Without texts until a language is spoken: see locales/languages.ts. */
void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  load: 'currentOnly',
  resources: {},
  interpolation: { escapeValue: false },
  returnNull: false,
});

export default i18next;
