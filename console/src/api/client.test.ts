import { afterEach, expect, it, vi } from 'vitest';
import { post } from './client';

afterEach(() => vi.unstubAllGlobals());

function server() {
  const answer: (() => void)[] = [];
  const fetched = vi.fn(() => new Promise<Response>((resolve) => answer.push(() => resolve(new Response('{"id":1}')))));
  vi.stubGlobal('fetch', fetched);
  return { fetched, answerAll: () => answer.splice(0).forEach((one) => one()) };
}

it('a button pressed twice sends once', async () => {
  const { fetched, answerAll } = server();
  const both = [post('/groups', { name: 'a' }), post('/groups', { name: 'a' })];
  answerAll();
  expect(await Promise.all(both)).toEqual([{ id: 1 }, { id: 1 }]);
  expect(fetched).toHaveBeenCalledTimes(1);
});

it('something else, or the same again after its answer, is sent', async () => {
  const { fetched, answerAll } = server();
  const both = [post('/groups', { name: 'a' }), post('/groups', { name: 'b' })];
  answerAll();
  await Promise.all(both);
  const again = post('/groups', { name: 'a' });
  answerAll();
  await again;
  expect(fetched).toHaveBeenCalledTimes(3);
});
