import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const SRC = new URL('../../src', import.meta.url).pathname;

/** Where a dialog is made; ui/ has what they are made of. */
const DIALOG = /<(ConfirmDialog|FormDialog|Dialog|Modal|Drawer)\s/;

/** The address of every route of the console, as its parts' routes.ts and the router write it. */
export function routes() {
  const found = [];
  for (const file of files().filter((one) => /(^|\/)(routes|router)\.ts$/.test(one))) {
    const text = read(file);
    const here = [...text.matchAll(/getParentRoute: \(\) => (\w+),\s*path: '([^']*)'/g)].map(([, parent, path]) => (parent === 'portal' ? `/portal${path}` : path));
    const layouts = text.match(/ id: '\w+'/g)?.length ?? 0;
    const made = text.match(/= createRoute\(/g)?.length ?? 0;
    if (here.length + layouts !== made) {
      throw new Error(`${file} has ${made} routes, of which ${here.length + layouts} could be read: write parent and path as the others do.`);
    }
    found.push(...here);
  }
  return found;
}

/** Files of the console, below src, in which a dialog is made. */
export function dialogFiles() {
  return files().filter((file) => file.endsWith('.tsx') && !file.includes('.test.') && !file.startsWith('ui/') && DIALOG.test(read(file)));
}

const files = () =>
  readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(SRC, join(entry.parentPath ?? entry.path, entry.name)));

const read = (file) => readFileSync(join(SRC, file), 'utf8');
