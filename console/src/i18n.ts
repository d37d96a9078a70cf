import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { english } from './locales/english';

void i18next.use(initReactI18next).init({
  lng: 'en',
  // What a language lacks is said in English.
  fallbackLng: 'en',
  load: 'currentOnly',
  resources: { en: { translation: english } },
  interpolation: { escapeValue: false },
  returnNull: false,
});

export default i18next;
