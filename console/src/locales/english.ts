import { type LaterTexts, named } from './parts';

/** The English texts: one file for each part of the console, named as the part, whose name begins each of its keys. */
export const english = named(import.meta.glob<object>('./en/*.json', { eager: true, import: 'default' }));

/** Those of parts that only some pages show, fetched with the first of these. */
export const englishPages: LaterTexts = named(import.meta.glob<object>('./en/pages/*.json', { import: 'default' }));
