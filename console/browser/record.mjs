// A record with the keyboard alone: a failed deletion understood and confirmed.
// Started by RecordConsoleStoryTest of the server, which prepares the records and does by hand what ASK says.
import { ask, check, inBrowser, look, signInForTheFirstTime, until } from './page.mjs';

const { APPLICATION, DELETION } = process.env;

/** Steps of the tabulator after which it has gone round every page. */
const ROUND = 150;

await inBrowser('record', async (page) => {
  await signInForTheFirstTime(page);
  await understand(page);
  await confirm(page);
});

async function understand(page) {
  await page.goto(`/log/${DELETION}`);
  await page.getByTestId('sentence').getByText('The token lacks contact:write', { exact: false }).waitFor();
  await page.getByTestId('operation-log').locator('[data-wait=PERSON]').waitFor();
  await page.getByTestId('trail').locator('[data-kind=BY_HAND]').waitFor();
  await page.getByTestId('resolutions').getByText('No task that failed for this cause has been settled yet.').waitFor();
  await page.getByTestId('exchange').getByTestId('code').first().waitFor();
  await look(page, 'record');
}

async function confirm(page) {
  await press(page, 'Confirm');
  const dialog = page.getByRole('dialog', { name: `Treat the deletion of ming.li in ${APPLICATION} as done, and delete the account for good` });
  await dialog.getByText('So it does not seem to be deleted there yet.').waitFor();
  await dialog.getByTestId('follow-ups').getByText('This cannot be undone').waitFor();
  await until('a safe way out has the focus', async () => /^(Back|Close)$/.test(await focused(page)));
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await until('the focus is back where it was', async () => (await focused(page)).includes('Confirm'));

  await ask('delete ming.li by hand');
  await page.keyboard.press('Enter');
  await dialog.getByText(`${APPLICATION} does not have the account`).waitFor();
  await look(page, 'confirm');
  await tabTo(page, 'How do you know that it was done?');
  await page.keyboard.type('I removed it in the admin center.');
  check('a reason alone is not enough', await dialog.getByTestId('confirm').isDisabled());
  await tabTo(page, 'Type ming.li to go on');
  await page.keyboard.type('ming.li');
  await press(page, 'Delete for good');
  const head = page.getByTestId('record-head');
  await head.getByText('Succeeded (confirmed by Administrator)').waitFor();
  await dialog.waitFor({ state: 'hidden' });
  await until('the focus is where it says what is so now', () => head.evaluate((element) => element === document.activeElement));
  await page.getByTestId('operation-log').getByText('The application did not have the object at that time.').waitFor();
}

/** Goes on with the tabulator until what has the focus goes by this name. */
async function tabTo(page, name) {
  for (let step = 0; step < ROUND && !(await focused(page)).includes(name); step++) {
    await page.keyboard.press('Tab');
  }
  check(`the tabulator reaches "${name}"; it stands on "${await focused(page)}"`, (await focused(page)).includes(name));
}

async function press(page, name) {
  await page.getByRole('button', { name, exact: true }).first().waitFor();
  for (let step = 0; step < ROUND && (await focused(page)) !== name; step++) {
    await page.keyboard.press('Tab');
  }
  check(`the tabulator reaches the button "${name}"; it stands on "${await focused(page)}"`, (await focused(page)) === name);
  await page.keyboard.press('Enter');
}

/** What goes by a name: its label, or what is written on it. */
function focused(page) {
  return page.evaluate(() => {
    const { activeElement } = document;
    const labels = [...(activeElement?.labels ?? [])].map((label) => label.innerText);
    return [activeElement?.getAttribute('aria-label'), ...labels, activeElement?.innerText].find((text) => text?.trim())?.trim() ?? '';
  });
}
