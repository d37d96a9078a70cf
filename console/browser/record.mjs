// A record with the keyboard alone: a failed deletion understood and confirmed, a failed creation corrected and held against a success.
// Started by RecordConsoleStoryTest of the server, which prepares the records and does by hand what ASK says.
import { ask, check, inBrowser, look, signInForTheFirstTime, until } from './page.mjs';

const { APPLICATION, DELETION, CREATION, NUMBER } = process.env;

/** Steps of the tabulator after which it has gone round every page. */
const ROUND = 150;

await inBrowser('record', async (page) => {
  await signInForTheFirstTime(page);
  await understand(page);
  await confirm(page);
  await correct(page);
  await compare(page);
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

/** The name is corrected in the JSON; the number beside it must come through both views digit by digit. */
async function correct(page) {
  await page.goto(`/log/${CREATION}`);
  await press(page, 'Retry after modification');
  const dialog = page.getByRole('dialog', { name: `Correct creating x-noor in ${APPLICATION} and try again` });
  const verdict = dialog.getByTestId('verdict');
  const send = dialog.getByTestId('confirm');
  await tabTo(page, 'Form');
  await page.keyboard.press('ArrowRight');
  const editor = dialog.getByTestId('code-editor');
  await editor.getByText(NUMBER).waitFor();
  await tabTo(page, 'Parameters as JSON');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  // Over the comma, the quotation mark and "noor"; what is left before it is "x-".
  await times(6, () => page.keyboard.press('ArrowLeft'));
  await times(2, () => page.keyboard.press('Backspace'));
  await editor.getByText('"noor"').waitFor();
  await verdict.getByText('It can be sent like this.').waitFor();
  const difference = dialog.getByTestId('difference');
  await difference.getByText('x-noor', { exact: true }).waitFor();
  check('nothing but the name is changed', (await difference.locator('tbody tr').count()) === 1);

  await page.keyboard.press('Control+End');
  await page.keyboard.type('x');
  await verdict.getByText('This is not JSON with name, attributes, bind and unbind.').waitFor();
  check('what is broken is not sent', await send.isDisabled());
  await page.keyboard.press('Backspace');
  await verdict.getByText('It can be sent like this.').waitFor();
  check('a reason is asked for', await send.isDisabled());
  await look(page, 'modify');

  await tabBackTo(page, 'JSON');
  await page.keyboard.press('ArrowLeft');
  await dialog.getByTestId('changed').waitFor();
  check('the form has the name', (await dialog.getByLabel('Name', { exact: true }).inputValue()) === 'noor');
  check('and the number', (await dialog.getByLabel('number', { exact: true }).inputValue()) === NUMBER);
  await tabTo(page, 'Reason');
  await page.keyboard.type('No x at the beginning.');
  // As on a slow line: the stream tells that this record has been superseded before the answer says by which one.
  await page.route('**/modify', async (route) => {
    const response = await route.fetch();
    await page.getByTestId('record-head').getByText('Superseded', { exact: true }).waitFor();
    await route.fulfill({ response });
  });
  await press(page, 'Send it like this');

  await page.getByRole('heading', { name: 'Create noor', exact: true }).waitFor();
  const head = page.getByTestId('record-head');
  await head.getByText('Succeeded', { exact: true }).waitFor();
  await dialog.waitFor({ state: 'hidden' });
  await until('the focus is where it says what is so now', () => head.evaluate((element) => element === document.activeElement));
  await page.getByTestId('modification').getByText('“No x at the beginning.”').waitFor();
  await page.getByTestId('modification').getByText('noor', { exact: true }).waitFor();
  await page.getByTestId('related').getByText('It took the place of').waitFor();
  const failed = page.getByTestId('trail').locator('[data-kind=TASK]');
  await failed.getByText('Names must not begin with x.').waitFor();
  check('the trail leads to the record that failed', (await failed.getByRole('link').getAttribute('href')) === `/log/${CREATION}`);
  await look(page, 'corrected');
}

async function compare(page) {
  await page.goto(`/log/${CREATION}`);
  await page.getByTestId('record-head').getByText('Superseded', { exact: true }).waitFor();
  await tabTo(page, 'Nothing');
  await page.keyboard.press('ArrowRight');
  await until('it is held against a success of the object', async () => page.url().includes('compare=object'));
  await page.keyboard.press('ArrowRight');
  await until('and against one of the kind', async () => page.url().includes('compare=kind'));
  const compared = page.getByTestId('compare');
  await compared.getByTestId('difference').getByText('x-noor', { exact: true }).waitFor();
  await compared.getByTestId('compare-requests').locator('.cm-changedText').first().waitFor();
  await compared.getByTestId('compare-responses').getByText('Refused', { exact: false }).first().waitFor();
  await compared.scrollIntoViewIfNeeded();
  await look(page, 'compare');
}

/** Goes on with the tabulator until what has the focus goes by this name. */
async function tabTo(page, name) {
  for (let step = 0; step < ROUND && !(await focused(page)).includes(name); step++) {
    await page.keyboard.press('Tab');
  }
  check(`the tabulator reaches "${name}"; it stands on "${await focused(page)}"`, (await focused(page)).includes(name));
}

/** The same, the other way round. */
async function tabBackTo(page, name) {
  for (let step = 0; step < ROUND && (await focused(page)) !== name; step++) {
    await page.keyboard.press('Shift+Tab');
  }
  check(`the tabulator goes back to "${name}"; it stands on "${await focused(page)}"`, (await focused(page)) === name);
}

async function press(page, name) {
  await page.getByRole('button', { name, exact: true }).first().waitFor();
  for (let step = 0; step < ROUND && (await focused(page)) !== name; step++) {
    await page.keyboard.press('Tab');
  }
  check(`the tabulator reaches the button "${name}"; it stands on "${await focused(page)}"`, (await focused(page)) === name);
  await page.keyboard.press('Enter');
}

async function times(count, act) {
  for (let i = 0; i < count; i++) {
    await act();
  }
}

/** What goes by a name: its label, or what is written on it. Nothing where nothing has the focus: then all of the page would be it. */
function focused(page) {
  return page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement === document.body) {
      return '';
    }
    const labels = [...(activeElement?.labels ?? [])].map((label) => label.innerText);
    return [activeElement?.getAttribute('aria-label'), ...labels, activeElement?.innerText].find((text) => text?.trim())?.trim() ?? '';
  });
}
