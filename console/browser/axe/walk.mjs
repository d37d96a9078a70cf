import { look as picture } from '../page.mjs';
import { violations } from './axe.mjs';
import { wordsOf } from './words.mjs';

/** Milliseconds for what opens on a page. */
const PATIENCE = 15_000;

/** Goes to every place and answers what axe finds there; what cannot be reached or opened is a finding too. */
export async function walk(page, look, places) {
  page.setDefaultTimeout(PATIENCE);
  const found = [];
  for (const place of places) {
    found.push(...(await visit(page, look, place)));
  }
  return found;
}

async function visit(page, look, { route, address, opens }) {
  const t = wordsOf(look.language);
  const name = `${address} · ${look.name}`;
  const found = [];
  try {
    await page.goto(address);
    await settled(page);
    if (new URL(page.url()).pathname !== address.split('?')[0]) {
      throw new Error(`It leads to ${page.url()}.`);
    }
    found.push(...(await audit(page, name)));
    await seen(page, look, route);
    for (const one of opens) {
      found.push(...(await opened(page, t, `${name} · ${one.file ?? one.page}`, one)));
    }
  } catch (error) {
    found.push(`${name}\n    ${error.message.split('\n').slice(0, 4).join('\n    ')}`);
  }
  return found;
}

async function opened(page, t, name, { file, act }) {
  await act(page, t);
  const dialog = page.getByRole('dialog').first();
  if (file) {
    await dialog.waitFor();
  }
  await settled(page);
  const found = await audit(page, name, file && '[role=dialog]');
  if (file && !page.url().includes('show=modify')) {
    await closed(page);
  }
  return found;
}

/** A dialog may have opened another one, and a list of choices closes first. */
async function closed(page) {
  const dialogs = page.getByRole('dialog');
  for (let times = 0; times < 4 && (await dialogs.count()) > 0; times++) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(100);
  }
  await dialogs.first().waitFor({ state: 'detached' });
}

/** What axe finds; what is folded is opened first. */
export async function audit(page, name, within) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
  // Colours between two are nobody's.
  await page.waitForFunction(() => document.getAnimations().every(({ playState, effect }) => playState !== 'running' || effect.getTiming().iterations === Infinity));
  return (await violations(page, within)).map((line) => `${name}\n    ${line}`);
}

/** All is there: a heading, nothing that is still fetched, and twice so. */
async function settled(page) {
  for (let times = 0; times < 2; times++) {
    await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('[aria-busy=true], .mantine-Skeleton-root, .mantine-Loader-root'));
    await page.waitForTimeout(80);
  }
  const error = page.getByTestId('error');
  if ((await error.count()) > 0) {
    throw new Error(`It says: ${await error.first().innerText()}`);
  }
}

const seen = (page, { scheme }, route) => picture(page, `${scheme}-${route.replaceAll(/[^a-zA-Z]+/g, '-').replace(/^-/, '')}`);
