import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { englishPages } from './english';

const parts = Object.keys(englishPages);
const routeFiles = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('routes.ts')).map((file) => `src/${file}`);
const pages = routeFiles.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/page\(\(\) => import\('([^']+)'\), '(\w+)'((?:, '\w+')*)\)/g)].map(([, path, name, declared]) => ({
    name: name as string,
    file: found(join(dirname(file), path as string)) as string,
    declared: [...(declared as string).matchAll(/\w+/g)].map(([part]) => part),
  })),
);

/** The module an import means, if it is one of ours. */
function found(path: string): string | undefined {
  return [path, `${path}.ts`, `${path}.tsx`].find((file) => /\.tsx?$/.test(file) && existsSync(file));
}

/** A module and all it imports, now or later; what pages are reached by address is theirs to say. */
function reached(start: string): string[] {
  const all = new Set<string>();
  const go = (file: string) => {
    if (!all.has(file) && !file.endsWith('routes.ts') && !file.startsWith('src/locales/')) {
      all.add(file);
      imported(file).forEach(go);
    }
  };
  go(start);
  return [...all];
}

const imported = (file: string) => [...readFileSync(file, 'utf8').matchAll(/'(\.{1,2}\/[^']+)'/g)].flatMap(([, path]) => found(join(dirname(file), path as string)) ?? []);

const spoken = new RegExp(`['"\`](${parts.join('|')})\\.\\w`, 'g');
const partsOf = (start: string) => [...new Set(reached(start).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(spoken)].map(([, part]) => part as string)))].toSorted();

describe('the texts that come with pages', () => {
  it('are all of some page', () => {
    expect(pages.length).toBeGreaterThan(40);
    expect(pages.length).toBe(routeFiles.reduce((sum, file) => sum + [...readFileSync(file, 'utf8').matchAll(/\bpage\(/g)].length, 0));
    expect([...new Set(pages.flatMap(({ declared }) => declared))].toSorted()).toEqual(parts.toSorted());
  });

  it.each(pages)('are those $name speaks of', ({ file, declared }) => {
    expect(declared.toSorted()).toEqual(partsOf(file));
  });

  it('are not needed before one shows', () => {
    expect(partsOf('src/main.tsx')).toEqual([]);
  });
});
