import type { Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { heaviest } from './initialScript.ts';

const chunk = (fileName: string, imports: string[], more: object = {}) => ({ fileName, imports, dynamicImports: [], isEntry: false, ...more }) as unknown as Rolldown.OutputChunk;

const chunks = [
  chunk('index.js', ['react.js'], { isEntry: true, dynamicImports: ['log.js', 'chinese.js', 'access.js'] }),
  chunk('react.js', []),
  chunk('table.js', ['react.js']),
  chunk('chinese.js', [], { facadeModuleId: '/src/locales/chinese.ts' }),
  chunk('log.js', ['table.js', 'react.js'], { facadeModuleId: '/src/synclog/LogPage.tsx' }),
  chunk('access.js', [], { facadeModuleId: '/src/portal/MyAccessPage.tsx' }),
  chunk('frame.js', ['react.js'], { facadeModuleId: '/src/portal/PortalShell.tsx' }),
  chunk('texts.js', [], { facadeModuleId: '/src/locales/zh-CN/pages/record.json' }),
];

describe('the initial script', () => {
  it('is the entry, a language and the page that needs most, each part once', () => {
    const sizes: Record<string, number> = { 'index.js': 1, 'react.js': 10, 'table.js': 100, 'chinese.js': 1000, 'log.js': 10_000, 'access.js': 1, 'frame.js': 1 };
    expect(heaviest(chunks, (file) => sizes[file] ?? NaN)).toEqual(['log.js', 11_111]);
  });

  it('has the texts a page speaks of', () => {
    const speaking = chunks.map((one) => (one.fileName === 'table.js' ? { ...one, code: 't("record.title")' } : one));
    const sizes: Record<string, number> = { 'log.js': 100, 'texts.js': 7 };
    expect(heaviest(speaking, (file) => sizes[file] ?? 0)).toEqual(['log.js', 107]);
  });

  it('has the frame of the portal with the portal’s pages', () => {
    const sizes: Record<string, number> = { 'frame.js': 50, 'access.js': 5 };
    expect(heaviest(chunks, (file) => sizes[file] ?? 1)).toEqual(['access.js', 58]);
  });
});
