import { type LaterTexts, named } from './parts';

/** The texts in Simplified Chinese, in files named as the English ones; a part of its own, which is fetched when it is wanted. */
export const chinese = named(import.meta.glob<object>('./zh-CN/*.json', { eager: true, import: 'default' }));

/** Those of parts that only some pages show, fetched with the first of these. */
export const chinesePages: LaterTexts = named(import.meta.glob<object>('./zh-CN/pages/*.json', { import: 'default' }));
