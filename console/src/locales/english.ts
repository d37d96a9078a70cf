/** The English texts: one file for each part of the console, named as the part, whose name begins each of its keys. */
const files = import.meta.glob<Record<string, unknown>>('./en/*.json', { eager: true, import: 'default' });

export const english = Object.fromEntries(Object.entries(files).map(([path, texts]) => [path.slice('./en/'.length, -'.json'.length), texts]));
