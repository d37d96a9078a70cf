// A user is edited, disabled and deleted: what follows is said before, and told afterwards.
// Started by LifecycleConsoleStoryTest of the server, which prepares the user with an account in an application.
import { check, inBrowser, look, signInForTheFirstTime, until } from './page.mjs';

const { APPLICATION } = process.env;

await inBrowser('leaver', async (page) => {
  await signInForTheFirstTime(page);
  await openTheUser(page);
  await edit(page);
  await givePermission(page);
  await disable(page);
  await deleteForGood(page);
  await seeThePolicy(page);
  await seeTheUpload(page);
});

async function go(page, name) {
  await page.getByRole('navigation').getByRole('link', { name }).click();
}

async function openTheUser(page) {
  await go(page, 'Users');
  await page.getByRole('link', { name: 'ming.li' }).click();
  await page.getByRole('heading', { name: 'Ming Li', level: 1 }).waitFor();
}

async function edit(page) {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByLabel('E-mail').fill('ming@new.example.com');
  await look(page, 'edit');
  await page.getByRole('button', { name: 'Save' }).click();
  const change = page.getByTestId('change').first();
  await change.getByText('Edited').waitFor();
  check('the difference is shown', await change.getByText('ming@new.example.com').isVisible());
  // What comes above it moves the link, and a click that began before would miss it.
  await page.getByText('Permission change event').waitFor();
  await change.getByText('Succeeded').waitFor();
  await change.getByRole('link', { name: `Update of ming.li in ${APPLICATION}` }).click();
  await page.getByTestId('trail').getByRole('link', { name: 'Ming Li was edited' }).click();
  await page.getByRole('heading', { name: 'Ming Li', level: 1 }).waitFor();
}

async function givePermission(page) {
  await page.getByTestId('permissions').getByRole('button', { name: 'Change' }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Bind' }).click();
  await page.getByRole('option', { name: /staff/ }).click();
  await page.keyboard.press('Escape');
  await look(page, 'permissions');
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
  await page.getByTestId('change').first().getByText('staff').waitFor();
  await look(page, 'user');
}

async function disable(page) {
  await page.getByRole('button', { name: 'Disable' }).click();
  await page.getByTestId('consequences').getByText(`The account ming.li in ${APPLICATION} will be disabled.`).waitFor();
  await look(page, 'disable');
  await page.getByTestId('confirm').click();
  await page.getByTestId('change').first().getByText('Disabled', { exact: true }).waitFor();
}

async function deleteForGood(page) {
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByTestId('consequences').getByText(`The account ming.li in ${APPLICATION} will be deleted.`).waitFor();
  await page.getByTestId('confirm').click();
  await page.getByTestId('gone').waitFor();
  await until('the history has outlived the user', async () => (await page.getByTestId('change').count()) >= 5);
  await look(page, 'gone');
}

async function seeThePolicy(page) {
  await go(page, 'Settings');
  const policy = page.getByTestId('global-policy');
  await policy.getByRole('radiogroup', { name: 'When a user is deleted' }).getByLabel('Disable the accounts').check();
  await look(page, 'settings');
  await policy.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await go(page, 'Applications');
  await page.getByRole('link', { name: APPLICATION }).click();
  await page.getByRole('tab', { name: 'Global policy' }).click();
  const override = page.getByTestId('global-policy-override');
  await override.getByText('When a user is deleted: Disable the accounts').waitFor();
  await override.getByRole('switch', { name: 'A policy of its own' }).check();
  await look(page, 'override');
}

async function seeTheUpload(page) {
  await go(page, 'Users');
  await look(page, 'users');
  await page.getByRole('link', { name: 'Upload users' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'CSV file' }).click();
  const csv = 'action,userName,givenName,manager\n,kim.park,Kim,ada.boss\n,ada.boss,Ada,\ndance,x,,\n';
  await (await chooser).setFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await look(page, 'upload');
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await page.getByTestId('preview').getByText('Good rows: 2, bad rows: 1').waitFor();
  await page.getByRole('button', { name: 'Run' }).click();
  await page.getByRole('dialog').getByRole('checkbox').check();
  await page.getByTestId('confirm').click();
  await page.getByTestId('counts').getByText('Changed 2').waitFor();
  await look(page, 'batch');
  await page.getByRole('link', { name: 'kim.park' }).click();
  await page.getByRole('link', { name: 'Ada' }).waitFor();
}
