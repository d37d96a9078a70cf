import i18next from '../i18n';

/** 12,345 as the reader's language groups it. */
export const amount = (value: number, language = i18next.language) => value.toLocaleString(language);

/** A share between 0 and 1 as a percentage with at most one decimal. */
export const percent = (share: number, language = i18next.language) => share.toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 });

/** Words one after another, as a cell or a fact lists them; what is not there is left out. */
export const list = (words: readonly (string | number | false | null | undefined)[]) => words.filter(Boolean).join(i18next.t('common.listSeparator'));
