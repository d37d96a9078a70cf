/* A package and a policy: written, tried out, saved, changed, switched off; and the way from a record back to the version. */
import { check, inBrowser, look, signInForTheFirstTime, until } from './page.mjs';

const CONDITION = 'user.attributes["team"] == "sales"';

await inBrowser('policies', async (page) => {
  await signInForTheFirstTime(page);
  await makePackage(page);
  await writePolicy(page);
  await simulate(page);
  await save(page);
  await change(page);
  await followARecord(page);
  await switchOff(page);
});

async function choose(page, label, text) {
  await page.getByRole('combobox', { name: label }).or(page.getByRole('textbox', { name: label })).last().click();
  await page.keyboard.type(text);
  await page.getByRole('option', { name: text }).first().click();
}

async function makePackage(page) {
  await page.getByRole('link', { name: 'Packages' }).click();
  await page.getByText('No packages').waitFor();
  await look(page, 'packages-empty');
  await page.getByRole('button', { name: 'New package' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Sales tools');
  await choose(page, 'Application', process.env.APPLICATION);
  await dialog.getByRole('button', { name: 'Add' }).click();
  await choose(page, 'What', process.env.PERMISSION);
  await dialog.getByRole('button', { name: 'Add' }).click();
  check('both are in the package', (await dialog.getByTestId('items').locator('button').count()) === 2);
  await look(page, 'package');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByTestId('row').getByText('Sales tools').waitFor();
  await look(page, 'packages');
}

async function writePolicy(page) {
  await page.getByRole('link', { name: 'Policies', exact: true }).click();
  await page.getByText('No policies').waitFor();
  await page.getByRole('link', { name: 'New policy' }).first().click();
  await page.getByRole('heading', { name: 'New policy' }).waitFor();
  await page.getByLabel('Name').fill('Sales staff');
  const condition = page.getByRole('textbox', { name: 'Condition' });
  await condition.fill('user.attributes["team"] = "sales"');
  await page.getByText(/line 1, column/).waitFor();
  await condition.fill(CONDITION);
  await page.getByTestId('matching').getByText('2 of 3 users').waitFor();
  await page.getByRole('button', { name: 'List them' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByTestId('row').nth(1).waitFor();
  check('the list has the two', (await dialog.getByTestId('row').count()) === 2);
  await page.keyboard.press('Escape');
  await choose(page, 'Package', 'Sales tools');
  await page.getByRole('button', { name: 'Add' }).first().click();
  await page.getByRole('combobox', { name: 'When a user leaves the scope' }).or(page.getByRole('textbox', { name: 'When a user leaves the scope' })).last().click();
  await page.getByRole('option', { name: 'Delete the account' }).click();
  await look(page, 'policy-draft');
}

async function simulate(page) {
  await page.getByRole('button', { name: 'Simulate' }).click();
  const gained = page.getByTestId('totals').locator('[data-kind=GAINED]');
  await gained.waitFor();
  check('two users would gain something', (await gained.innerText()).startsWith('2'));
  await page.getByTestId('simulation').getByText('Anna Berg').first().waitFor();
  await look(page, 'policy-simulation');
}

async function save(page) {
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByTestId('run').getByText('Done', { exact: true }).waitFor();
  await look(page, 'policy-runs');
}

async function change(page) {
  await page.getByRole('tab', { name: 'Policy' }).click();
  await page.getByRole('textbox', { name: 'Condition' }).fill(`${CONDITION} && user.userName != "bob"`);
  await page.getByTestId('matching').getByText('One of 3 users').waitFor();
  await page.getByRole('button', { name: 'Simulate' }).click();
  await page.getByTestId('totals').locator('[data-kind=LOST]').getByText('1').waitFor();
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await page.getByTestId('run').nth(1).waitFor();
  await page.getByRole('tab', { name: 'Versions' }).click();
  await page.getByTestId('version').first().getByText(`${CONDITION} && user.userName != "bob"`).waitFor();
  await look(page, 'policy-versions');
}

async function followARecord(page) {
  await page.getByRole('link', { name: 'Its records' }).click();
  await until('three records', async () => (await page.getByTestId('row').count()) === 3);
  await page.getByTestId('row').filter({ hasText: 'Delete' }).first().click();
  await page.getByRole('link', { name: 'Sales staff, version 2' }).click();
  await page.getByTestId('version').first().waitFor();
}

async function switchOff(page) {
  await page.getByRole('link', { name: 'Policies', exact: true }).first().click();
  await page.getByTestId('row').getByText('Sales staff').waitFor();
  await page.getByTestId('row').getByRole('switch').click({ force: true });
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Take away what only Sales staff justifies').waitFor();
  await dialog.getByTestId('totals').locator('[data-kind=LOST]').getByText('1').waitFor();
  await look(page, 'policy-disable');
  await dialog.getByTestId('confirm').click();
  await dialog.waitFor({ state: 'detached' });
  await until('it is off', async () => !(await page.getByTestId('row').getByRole('switch').isChecked()));
  await look(page, 'policies');
}
