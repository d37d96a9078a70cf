// The way of a new administrator: first sign-in, an import, a deletion that the directory refuses, and its confirmation.
// Started by ConsoleStoryTest of the server, which prepares the application and does by hand what ASK says.
import { ask, check, inBrowser, signInForTheFirstTime, until } from './page.mjs';

const { APPLICATION } = process.env;
const PERSON = 'ming.li';

const FILE = `userName,displayName,givenName,familyName,email
ming.li,Ming Li,Ming,Li,ming.li@example.com
,Nobody At All,Nobody,At All,nobody@example.com
kim.oneill,"Kim O'Neill",Kim,O'Neill,kim.oneill@example.com
`;

await inBrowser('import-and-confirm', async (page) => {
  await signInForTheFirstTime(page);
  await uploadFile(page);
  await seeTheBadRow(page);
  await runTheGoodRows(page);
  await seeThemSucceedInTheLog(page);
  await ask(`give ${PERSON} a child entry`);
  const account = await deleteTheAccount(page);
  await openTheFailedRecord(page);
  await ask(`delete ${PERSON} by hand`);
  await confirm(page);
  await seeThatItIsGone(page, account);
});

async function uploadFile(page) {
  await go(page, 'Imports and batches');
  await page.getByRole('link', { name: 'Import accounts' }).first().click();
  await page.getByRole('heading', { name: 'Import accounts', exact: true }).waitFor();
  await page.getByRole('combobox', { name: 'Application' }).click();
  await page.getByRole('option', { name: APPLICATION }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'CSV file' }).click();
  await (await chooser).setFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
  await page.getByRole('button', { name: 'Upload and check' }).click();
}

async function seeTheBadRow(page) {
  await page.getByTestId('preview').getByText('Good rows: 2, bad rows: 1.').waitFor();
  await row(page, 'Bad').waitFor();
  const cells = row(page, 'Bad').getByRole('gridcell');
  check('the bad row is line 3 of the file', (await cells.first().innerText()) === '3');
  check('it says what is missing', (await row(page, 'Bad').innerText()).includes('userName is missing.'));
}

async function runTheGoodRows(page) {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `Open up to 2 tasks in ${APPLICATION}` });
  check('nothing runs before the bad row is left out', await dialog.getByTestId('confirm').isDisabled());
  await dialog.getByLabel('Leave out the 1 bad row').check();
  await dialog.getByTestId('confirm').click();
  await page.locator('[data-count=succeeded]').getByText('2', { exact: true }).waitFor();
}

async function seeThemSucceedInTheLog(page) {
  await page.getByRole('link', { name: 'All records of this batch' }).click();
  for (const name of [PERSON, 'kim.oneill']) {
    await row(page, name).getByText('Succeeded', { exact: true }).waitFor();
  }
  await until('the log has the two good rows and no third', async () => (await page.getByTestId('row').count()) === 2);
}

/** Gives back the account's id. */
async function deleteTheAccount(page) {
  await go(page, 'Accounts');
  await row(page, PERSON).click();
  await page.getByRole('heading', { name: PERSON }).waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1);
  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: `Delete ${PERSON} in ${APPLICATION}` });
  await dialog.getByTestId('confirm').click();
  await dialog.waitFor({ state: 'hidden' });
  return id;
}

/** The log opens with what needs a person; the deletion gets there as soon as it has failed. */
async function openTheFailedRecord(page) {
  await go(page, 'Synchronization log');
  const pill = page.getByTestId('new-rows');
  await row(page, PERSON).or(pill).first().waitFor();
  if (await pill.isVisible()) {
    await pill.click();
  }
  await row(page, PERSON).getByText('Failed', { exact: true }).waitFor();
  await row(page, PERSON).click();
  await page.getByTestId('sentence').getByText('66 notAllowedOnNonLeaf').waitFor();
}

async function confirm(page) {
  await page.getByTestId('record-head').getByRole('button', { name: 'Confirm' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByTestId('target-state').getByText(`${APPLICATION} does not have the account`).waitFor();
  const followUps = dialog.getByTestId('follow-ups');
  await followUps.getByText('This cannot be undone').waitFor();
  await followUps.getByText(`The account ${PERSON} in ${APPLICATION} is deleted for good`).waitFor();
  const button = dialog.getByTestId('confirm');
  await dialog.getByLabel('How do you know that it was done?').fill('I removed the entry and what was below it.');
  check('a reason alone is not enough', await button.isDisabled());
  await dialog.getByLabel(`Type ${PERSON} to go on`).fill('ming');
  check('another name is not enough', await button.isDisabled());
  await dialog.getByLabel(`Type ${PERSON} to go on`).fill(PERSON);
  await button.click();
  await page.getByTestId('record-head').getByText('Succeeded (confirmed by Administrator)').waitFor();
}

async function seeThatItIsGone(page, account) {
  await go(page, 'Accounts');
  await row(page, 'kim.oneill').waitFor();
  await until('the list has the account no more', async () => (await row(page, PERSON).count()) === 0);
  const status = await page.evaluate(async (id) => (await fetch(`/api/v1/accounts/${id}`)).status, account);
  check(`the API knows the account no more (it said ${status})`, status === 404);
}

async function go(page, name) {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

function row(page, text) {
  return page.getByTestId('row').filter({ hasText: text });
}
