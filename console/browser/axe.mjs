// Every page and every dialog before axe, light in English and dark in Chinese (WCAG 2.2 AA).
// Started by AccessibilityStoryTest of the server, which prepares something of every kind.
import { withAxe } from './axe/axe.mjs';
import { idsFor } from './axe/ids.mjs';
import { forAdministrators, forUsers, LOOKED_AT_ELSEWHERE, WITHOUT_A_PAGE } from './axe/places.mjs';
import { dialogFiles, routes } from './axe/sources.mjs';
import { audit, walk } from './axe/walk.mjs';
import { wordsOf } from './axe/words.mjs';
import { inBrowser, listenForFaults, PASSWORD } from './page.mjs';

const LOOKS = [
  { name: 'light, English', scheme: 'light', language: 'en' },
  { name: 'dark, Chinese', scheme: 'dark', language: 'zh-CN' },
];

await inBrowser('axe', async (page) => {
  const ids = { night: 'of-a-user' };
  complain('nothing is forgotten', forgotten(forAdministrators(ids), forUsers(ids)));
  await withAxe(page.context());
  complain('the sign-in', await theSignIn(page));
  const found = await idsFor(page);
  const session = await page.context().storageState();
  const browser = page.context().browser();
  const walks = LOOKS.map(async (look) => [
    ...(await inTheLook(browser, look, session, (one) => walk(one, look, forAdministrators(found)))),
    ...(await inTheLook(browser, look, undefined, (one) => asAUser(one, look, found))),
  ]);
  complain('the pages', (await Promise.all(walks)).flat());
});

function complain(what, lines) {
  if (lines.length > 0) {
    throw new Error(`Wrong with ${what}, ${lines.length} in all:\n${lines.join('\n')}`);
  }
}

/** Routes and dialogs of the source that have no place in the walk, and places of the walk that are no longer there. */
function forgotten(...places) {
  const walked = places.flat();
  const there = new Set(routes());
  const seen = new Set([...walked.map(({ route }) => route), ...Object.keys(WITHOUT_A_PAGE)]);
  const files = new Set(dialogFiles());
  const opened = new Set([...walked.flatMap(({ opens }) => opens.flatMap(({ file }) => file ?? [])), ...Object.keys(LOOKED_AT_ELSEWHERE)]);
  return [
    ...[...there].filter((route) => !seen.has(route)).map((route) => `The page ${route} has no place in browser/axe/places.mjs.`),
    ...[...seen].filter((route) => !there.has(route)).map((route) => `There is no page ${route} any more.`),
    ...[...files].filter((file) => !opened.has(file)).map((file) => `The dialog of ${file} has no place in browser/axe/places.mjs.`),
    ...[...opened].filter((file) => !files.has(file)).map((file) => `There is no dialog in ${file} any more.`),
  ];
}

/** The two faces of the sign-in in every look; ends signed in. */
async function theSignIn(page) {
  const t = wordsOf('en');
  const found = [];
  const inEachLook = async (what) => {
    for (const { scheme } of LOOKS) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor();
      found.push(...(await audit(page, `${what} · ${scheme}`)));
    }
  };
  await page.goto('/sign-in');
  await page.getByLabel(t('session.userName')).fill('admin');
  await page.getByLabel(t('session.password'), { exact: true }).fill(process.env.ONE_TIME_PASSWORD);
  await inEachLook('/sign-in');
  await page.getByRole('button', { name: t('session.signIn') }).click();
  await page.getByLabel(t('session.currentPassword')).fill(process.env.ONE_TIME_PASSWORD);
  await inEachLook('/sign-in, the first time');
  await page.getByLabel(t('session.newPassword'), { exact: true }).fill(PASSWORD);
  await page.getByLabel(t('session.repeatPassword')).fill(PASSWORD);
  await page.getByRole('button', { name: t('settings.changePassword') }).click();
  await page.getByRole('heading', { name: t('nav.dashboard'), exact: true }).waitFor();
  return found;
}

async function inTheLook(browser, { scheme, language }, storageState, story) {
  const context = await browser.newContext({
    baseURL: process.env.BASE_URL,
    viewport: { width: 1440, height: 900 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    storageState,
  });
  await context.addInitScript((code) => localStorage.setItem('syncline.language', code), language);
  await withAxe(context);
  const page = await context.newPage();
  const faults = listenForFaults(page);
  try {
    return [...(await story(page)), ...faults];
  } finally {
    await context.close();
  }
}

async function asAUser(page, look, ids) {
  const t = wordsOf(look.language);
  await page.goto('/sign-in');
  await page.getByLabel(t('session.userName')).fill(process.env.PORTAL_USER);
  await page.getByLabel(t('session.password'), { exact: true }).fill(process.env.PORTAL_PASSWORD);
  await page.getByRole('button', { name: t('session.signIn') }).click();
  await page.getByRole('heading', { name: t('portal.nav.access') }).waitFor();
  return walk(page, look, forUsers(ids));
}
