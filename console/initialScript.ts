import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;

/**
 * Holds what must have come before a first page shows: the entry, the page, its frame, and its texts in the largest language, all as
 * they travel (gzip). Whichever page is the first: the largest counts. Prints the figure, and fails the build beyond the limit.
 */
export function initialScriptBelow(limit: number): Plugin {
  return {
    name: 'initial-script',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk');
      const size = (file: string) => gzipSync(readFileSync(join(dir, file))).length;
      const [page, bytes] = heaviest(chunks, size);
      const figure = `${(bytes / 1000).toFixed(1)} kB of ${limit / 1000} kB, with ${page}`;
      if (bytes > limit) {
        this.error(`The initial script is too large: ${figure}. Load later what the first page does not need.`);
      }
      console.info(`Initial script: ${figure}`);
    },
  };
}

/** The page that needs most when it is the first, and how much that is. */
export function heaviest(chunks: Chunk[], size: (file: string) => number): [page: string, bytes: number] {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const named = (end: string) => chunks.filter((chunk) => chunk.facadeModuleId?.endsWith(end)).map((chunk) => chunk.fileName);
  const entry = chunks.find((chunk) => chunk.isEntry) as Chunk;
  const always = [entry.fileName, ...named('/locales/chinese.ts')];
  const pages = entry.dynamicImports.map((page): [string, number] => {
    const frame = byFile.get(page)?.facadeModuleId?.includes('/portal/') ? named('/portal/PortalShell.tsx') : [];
    const script = withImports([...always, ...frame, page], byFile);
    const files = [...script, ...textsOf(script.map((file) => byFile.get(file)?.code ?? ''), chunks)];
    return [page, files.reduce((sum, file) => sum + size(file), 0)];
  });
  return pages.reduce((most, one) => (one[1] > most[1] ? one : most), [entry.fileName, 0]);
}

/** The texts that come with pages, of those parts the script speaks of. */
function textsOf(script: string[], chunks: Chunk[]): string[] {
  return chunks.filter(({ facadeModuleId }) => {
    const part = /\/zh-CN\/pages\/(\w+)\.json$/.exec(facadeModuleId ?? '')?.[1];
    return part !== undefined && script.some((code) => new RegExp(`['"\`]${part}\\.\\w`).test(code));
  }).map(({ fileName }) => fileName);
}

function withImports(files: string[], byFile: Map<string, Chunk>): string[] {
  const all = new Set<string>();
  const add = (file: string) => {
    if (!all.has(file)) {
      all.add(file);
      byFile.get(file)?.imports.forEach(add);
    }
  };
  files.forEach(add);
  return [...all];
}
