import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const LOCALES = new URL('../../src/locales', import.meta.url).pathname;

/** Says a text of the console by its key, as the console does in this language: what is pressed is found so in every one. */
export function wordsOf(language) {
  const folder = join(LOCALES, language);
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.json'));
  const texts = Object.fromEntries(files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8'))]));
  return (key, values = {}) => {
    const plural = values.count === undefined ? [] : [`${key}_${values.count === 1 ? 'one' : 'other'}`, `${key}_other`];
    const text = [...plural, key].map((one) => at(texts, one)).find((one) => one !== undefined);
    if (text === undefined) {
      throw new Error(`There is no text ${key} in ${language}.`);
    }
    return text.replace(/\{\{(\w+)[^}]*\}\}/g, (_, name) => values[name] ?? '');
  };
}

const at = (texts, key) => key.split('.').reduce((inside, part) => inside?.[part], texts);
