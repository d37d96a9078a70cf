import { createElement } from 'react';
import { address, type Query } from '../../api/client';
import { Problem, problemFrom } from '../../api/problem';
import i18next from '../../i18n';
import { notify } from '../../ui/notify';
import { ExportDone, ExportProgress } from './ExportNotice';
import { rowCounter, type ExportFormat } from './rowCounter';

/** Bytes that are put together to one part: parts of their own are kept by the browser, where it likes also on disk. */
const PART = 4 << 20;

let made = 0;

/**
 * Fetches an export and hands it to the reader as a file. How far it is stands in a notice that stays while the reader goes on to other
 * pages. Only a whole file is handed over: one that breaks off is an error, as the server promises.
 *
 * @param about how many rows it will be, as far as it is known
 */
export async function startExport(query: Query, format: ExportFormat, about: number | undefined): Promise<void> {
  const { notifications } = await import('@mantine/notifications');
  const stop = new AbortController();
  const id = `export-${++made}`;
  const show = (rows: number) => createElement(ExportProgress, { rows, about, onCancel: () => stop.abort() });
  notifications.show({ id, message: show(0), autoClose: false, withCloseButton: false, loading: true });
  try {
    const answer = await fetch(address('/tasks/export', { ...query, format }), { credentials: 'same-origin', signal: stop.signal });
    if (!answer.ok || !answer.body) {
      throw problemFrom(answer.status, await answer.text());
    }
    const count = rowCounter(format);
    const { file, rows } = await gather(answer.body, count, (rows) => notifications.update({ id, message: show(rows), autoClose: false, withCloseButton: false, loading: true }));
    const name = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? `synchronization-log.${format}`;
    save(new Blob(file, { type: answer.headers.get('Content-Type') ?? undefined }), name);
    notifications.update({ id, message: createElement(ExportDone, { rows, name }), color: 'teal', autoClose: 10_000, withCloseButton: true, loading: false });
  } catch (error) {
    notifications.hide(id);
    if (!stop.signal.aborted) {
      notify.failed(error instanceof TypeError ? new Problem(0, 'BROKEN_OFF', i18next.t('loglist.export.broken'), i18next.t('loglist.export.brokenHint')) : error);
    }
  }
}

async function gather(body: ReadableStream<Uint8Array<ArrayBuffer>>, count: (bytes: Uint8Array) => number, onRows: (rows: number) => void) {
  const file: Blob[] = [];
  let part: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let rows = 0;
  let told = 0;
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    part.push(next.value);
    size += next.value.length;
    rows = count(next.value);
    if (size >= PART) {
      file.push(new Blob(part));
      part = [];
      size = 0;
    }
    if (performance.now() - told > 250) {
      told = performance.now();
      onRows(rows);
    }
  }
  return { file: [...file, new Blob(part)], rows };
}

function save(file: Blob, name: string) {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has its own hold on the file by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
