// What an application has is read; accounts are linked, all and one by one; the account's page says which reading did it.
// Started by ReconciliationConsoleStoryTest of the server, which prepares the application and its users.
import { check, inBrowser, look, signInForTheFirstTime, until } from './page.mjs';

await inBrowser('reconciliation', async (page) => {
  await signInForTheFirstTime(page);
  await read(page);
  await linkAll(page);
  await decideByHand(page);
  await ignore(page);
  await followTheAccount(page);
});

async function read(page) {
  await page.getByRole('navigation').getByRole('link', { name: 'Applications', exact: true }).click();
  await page.getByRole('link', { name: 'Old office' }).click();
  await page.getByRole('tab', { name: 'What is there' }).click();
  await page.getByText('It has not been read yet').waitFor();
  await look(page, 'reconciliation-empty');
  await page.getByRole('button', { name: 'Read what is there' }).click();
  const dialog = page.getByRole('dialog');
  check('the mapping suggests the first rule', (await dialog.getByLabel('1. Attribute there').inputValue()) === 'mail');
  await look(page, 'reconciliation-start');
  await dialog.getByRole('button', { name: 'Read what is there' }).click();
  await page.getByRole('heading', { name: 'What Old office has' }).waitFor();
  await page.getByTestId('run').getByText('Done', { exact: true }).waitFor();
  await look(page, 'reconciliation-run');
}

async function linkAll(page) {
  const matched = page.getByTestId('category-ACCOUNT-MATCHED');
  check('forty can be linked', (await matched.innerText()).includes('40'));
  await matched.click();
  await page.getByRole('button', { name: 'Link all 40' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Nothing is sent to the application').waitFor();
  await look(page, 'reconciliation-link-all');
  await dialog.getByTestId('confirm').click();
  await page.getByTestId('acting').getByText('40 of 40 done').waitFor();
  await page.getByTestId('row').getByText('Linked', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Bring 1 into line' }).waitFor();
  await look(page, 'reconciliation-linked');
}

async function decideByHand(page) {
  await page.getByTestId('category-ACCOUNT-AMBIGUOUS').click();
  await page.getByTestId('row').filter({ hasText: 'tim' }).getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Tim Other/ }).check();
  await look(page, 'reconciliation-finding');
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByTestId('row').getByText('Linked', { exact: true }).waitFor();
}

async function ignore(page) {
  await page.getByTestId('category-ACCOUNT-UNKNOWN').click();
  await page.getByTestId('row').filter({ hasText: 'backup-service' }).getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why it is ignored').fill('A service account');
  await dialog.getByRole('button', { name: 'Ignore', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByTestId('row').getByText('A service account').waitFor();
}

async function followTheAccount(page) {
  const run = new URL(page.url()).pathname;
  await page.getByTestId('category-ACCOUNT-AMBIGUOUS').click();
  await page.getByTestId('row').filter({ hasText: 'tim' }).getByRole('button').click();
  await page.getByRole('dialog').getByRole('link', { name: 'Its account here' }).click();
  await page.getByTestId('account-links').getByText('Found there and linked').waitFor();
  await look(page, 'reconciliation-account');
  await page.getByTestId('account-links').getByRole('link', { name: 'The reading' }).click();
  await until('it leads back to the reading', () => new URL(page.url()).pathname === run);
}
