/* The audit: what was done is found by act and outcome, an entry shows what was before and after, and leads to what else was done. */
import { check, inBrowser, look, signInForTheFirstTime, until } from './page.mjs';

await inBrowser('audit', async (page) => {
  await signInForTheFirstTime(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Audit' }).click();
  await page.getByTestId('row').getByText('Sign in', { exact: true }).first().waitFor();
  await look(page, 'audit');
  await find(page);
  await open(page);
  await refusals(page);
});

async function find(page) {
  await page.getByRole('searchbox', { name: 'Name, reason, address or request id' }).fill(process.env.GROUP);
  await page.getByTestId('row').getByText('Change a group of users').waitFor();
  await until('only what matches is shown', async () => (await page.getByTestId('row').count()) === 3);
}

async function open(page) {
  await page.getByTestId('row').getByRole('button', { name: 'Change a group of users' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change a group of users' });
  const changed = dialog.locator('tr', { hasText: 'description' });
  await changed.getByText('As it was').waitFor();
  await changed.getByText('As it is').waitFor();
  await look(page, 'audit-entry');
  await dialog.getByRole('link', { name: 'What else was done to it' }).click();
  await dialog.waitFor({ state: 'detached' });
  check('the address holds the view', page.url().includes('objectId='));
  await page.getByRole('searchbox').fill('');
  await page.getByTestId('row').getByText('Create a group of users').waitFor();
}

async function refusals(page) {
  await page.goto(`${process.env.BASE_URL}/settings/audit?outcome=REFUSED`);
  await page.getByTestId('row').getByText('VERSION_REQUIRED').first().waitFor();
  await look(page, 'audit-refused');
}
