import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** Milliseconds for any one step: far more than it takes, for the machine may be slow. */
const PATIENCE = 30_000;

/** The administrator's own. */
export const PASSWORD = 'a horse that staples batteries';

const FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/**
 * Tells a story in a browser of its own. What fails leaves a picture in the folder SCREENSHOTS and the page's text on standard
 * output; so does what no reader would see: an error in a script, and a request to another site.
 *
 * @param where the reader sits, as far as it matters: Playwright's settings of a page
 */
export async function inBrowser(name, story, where = {}) {
  const browser = await chromium.launch({ executablePath: chromiumPath(), chromiumSandbox: false, args: FLAGS, timeout: 2 * PATIENCE });
  const page = await browser.newPage({ baseURL: process.env.BASE_URL, viewport: { width: 1440, height: 900 }, ...where });
  page.setDefaultTimeout(PATIENCE);
  const faults = listenForFaults(page);
  try {
    await story(page);
    if (faults.length > 0) {
      throw new Error(`What nobody sees went wrong:\n${faults.join('\n')}`);
    }
  } catch (error) {
    await show(page, name, faults);
    console.log(error.stack);
    process.exitCode = 1;
  } finally {
    await browser.close();
    process.stdin.destroy();
  }
}

const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

/** Has something done outside the browser: whoever started the script reads the line, does it, and answers with a line. */
export async function ask(what) {
  console.log(`ASK ${what}`);
  const { value, done } = await answers.next();
  if (done || value !== 'done') {
    throw new Error(`Nobody did "${what}".`);
  }
}

/** Waits until the condition holds. */
export async function until(what, condition) {
  const end = Date.now() + PATIENCE;
  while (!(await condition())) {
    if (Date.now() > end) {
      throw new Error(`After ${PATIENCE / 1000} seconds it still was not so: ${what}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Pictures to look at, in the folder LOOK; none without it. */
export async function look(page, name) {
  if (process.env.LOOK) {
    await mkdir(process.env.LOOK, { recursive: true });
    for (const width of [1440, 1024]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(process.env.LOOK, `${name}-${width}.png`) });
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }
}

export function check(what, holds) {
  if (!holds) {
    throw new Error(`It is not so: ${what}.`);
  }
}

/** With the password the server printed, which is in ONE_TIME_PASSWORD; ends on the log. */
export async function signInForTheFirstTime(page) {
  await signInToTheDashboard(page);
  await page.getByRole('link', { name: 'Synchronization log' }).first().click();
  await page.getByRole('heading', { name: 'Synchronization log' }).waitFor();
}

/** The same; ends on the dashboard, where everybody begins. */
export async function signInToTheDashboard(page) {
  await page.goto('/');
  await page.getByLabel('User name').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill(process.env.ONE_TIME_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
  await page.getByLabel('Current password').fill(process.env.ONE_TIME_PASSWORD);
  await page.getByLabel('New password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('New password again').fill(PASSWORD);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByRole('heading', { name: 'Dashboard', exact: true }).waitFor();
}

/** What no reader would see: an error in a script, and a request to another site. */
export function listenForFaults(page) {
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.stack));
  page.on('console', (message) => message.text().includes('Content Security Policy') && faults.push(message.text()));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== process.env.BASE_URL) {
      faults.push(`The page asked for ${request.url()}`);
    }
  });
  return faults;
}

async function show(page, name, faults) {
  await mkdir(process.env.SCREENSHOTS, { recursive: true });
  const path = join(process.env.SCREENSHOTS, `${name}.png`);
  await page.screenshot({ path }).catch(() => {});
  const text = await page.locator('body').innerText().catch(() => '(none)');
  console.log(`At ${page.url()}, see ${path}. The page's text:\n${text}\n${faults.join('\n')}`);
}

function chromiumPath() {
  const places = [
    process.env.CHROMIUM,
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap((program) =>
      (process.env.PATH ?? '').split(':').map((folder) => join(folder, program)),
    ),
    '/usr/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  const found = places.find((place) => place && existsSync(place));
  if (!found) {
    throw new Error('No Chromium was found. Install it (Debian: apt-get install chromium) or name its program in CHROMIUM.');
  }
  return found;
}
