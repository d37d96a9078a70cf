/** The texts in Simplified Chinese, in files named as the English ones; a part of its own, which is fetched when it is wanted. */
const files = import.meta.glob<Record<string, unknown>>('./zh-CN/*.json', { eager: true, import: 'default' });

export const chinese = Object.fromEntries(Object.entries(files).map(([path, texts]) => [path.slice('./zh-CN/'.length, -'.json'.length), texts]));
