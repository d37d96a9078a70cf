import i18next from '../i18n';
import type { Texts } from './parts';

/** The languages of the console, as each calls itself. The texts of each are fetched by themselves, so that nobody waits for those of the others. */
export const LANGUAGES = {
  en: { name: 'English', texts: (): Promise<Texts> => import('./english').then(({ english, englishPages }) => ({ first: english, pages: englishPages })) },
  'zh-CN': { name: '简体中文', texts: (): Promise<Texts> => import('./chinese').then(({ chinese, chinesePages }) => ({ first: chinese, pages: chinesePages })) },
} as const;

export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as Language[];

const KEPT_AS = 'syncline.language';

/** The parts of pages that were shown: their texts are wanted in every language that is spoken from then on. */
const wanted = new Set<string>();

/** Fetches the texts of these parts, named as their files in the folder pages. @throws TypeError when they cannot be fetched */
export async function textsOf(...parts: string[]): Promise<void> {
  parts.forEach((part) => wanted.add(part));
  await fetchTexts(i18next.language as Language);
}

/** Speaks the language from now on, in this browser also next time. @throws TypeError when its texts cannot be fetched */
export async function speak(language: Language): Promise<void> {
  await turnTo(language);
  localStorage.setItem(KEPT_AS, language);
}

/** Speaks what was chosen in this browser, or else what the browser's own settings ask for first. */
export function speakAsBefore(): Promise<void> {
  return turnTo(firstLanguage(localStorage.getItem(KEPT_AS), navigator.languages)).catch(() => turnTo('en'));
}

/** The language to begin with. Traditional Chinese is not taken for Simplified, whatever the country. */
export function firstLanguage(kept: string | null, wished: readonly string[]): Language {
  const found = LANGUAGE_CODES.find((code) => code === kept) ?? wished.map(spoken).find((code) => code !== undefined);
  return found ?? 'en';
}

function spoken(tag: string): Language | undefined {
  const wished = likely(tag);
  return LANGUAGE_CODES.find((code) => {
    const ours = likely(code);
    return wished?.language === ours?.language && wished?.script === ours?.script;
  });
}

/** With the script that is meant when none is named; nothing for what is no language tag. */
function likely(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
}

async function turnTo(language: Language): Promise<void> {
  await fetchTexts(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  if (language !== 'en') {
    // What a language lacks is said in English; nobody needs to wait for it.
    void fetchTexts('en').catch(() => {});
  }
}

/** All that is wanted and not there yet. */
async function fetchTexts(language: Language): Promise<void> {
  const { first, pages } = await LANGUAGES[language].texts();
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', first);
  }
  const missing = [...wanted].filter((part) => pages[part] && !i18next.getResource(language, 'translation', part));
  await Promise.all(missing.map(async (part) => i18next.addResourceBundle(language, 'translation', { [part]: await pages[part]?.() }, true)));
}
