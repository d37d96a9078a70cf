// A rule is written, executed, and a finding decided; the record leads back to it. Then an account policy in a dry run.
import { check, inBrowser, look, signInForTheFirstTime, until } from './page.mjs';

await inBrowser('governance', async (page) => {
  await signInForTheFirstTime(page);
  await writeRule(page);
  await execute(page);
  await decide(page);
  await followTheRecord(page);
  await unjustified(page);
  await dryRun(page);
});

async function choose(page, label, text) {
  await page.getByRole('combobox', { name: label }).or(page.getByRole('textbox', { name: label })).last().click();
  await page.keyboard.type(text);
  await page.getByRole('option', { name: text }).first().click();
  await page.keyboard.press('Escape');
}

async function writeRule(page) {
  await page.getByRole('link', { name: 'Permission governance' }).click();
  await page.getByText('No rule yet').waitFor();
  await look(page, 'rules-empty');
  await page.getByRole('link', { name: 'New rule' }).first().click();
  await page.getByLabel('Name').fill('Who pays does not approve');
  await choose(page, 'Set A', 'Pay');
  await choose(page, 'Set B', 'Approve');
  await look(page, 'rule-new');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { name: 'Who pays does not approve' }).waitFor();
}

async function execute(page) {
  await page.getByRole('button', { name: 'Run now' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Nothing is sent').waitFor();
  await look(page, 'rule-run');
  await dialog.getByTestId('confirm').click();
  await page.getByTestId('run').getByText('Done', { exact: true }).waitFor();
  await page.getByTestId('row').filter({ hasText: 'Ming Li' }).waitFor();
  check('only who holds both is found', (await page.getByTestId('row').count()) === 1);
  await look(page, 'execution');
}

async function decide(page) {
  await page.getByTestId('row').filter({ hasText: 'Ming Li' }).click();
  await page.getByTestId('finding').getByText('Holds Payroll: Pay and also Payroll: Approve.').waitFor();
  await page.getByRole('button', { name: 'Do something about it' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Nobody pays what the same person approved');
  await look(page, 'decision');
  await dialog.getByRole('button', { name: 'Take the permission away' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByTestId('finding').getByText('Acted upon').waitFor();
  await page.getByTestId('row').getByText('Access compliance review').waitFor();
  await look(page, 'finding');
}

async function followTheRecord(page) {
  const finding = page.url();
  await page.getByTestId('row').first().click();
  await until('the record is open', () => new URL(page.url()).pathname.startsWith('/log/'));
  await page.locator('a[href*="/governance/findings/"]').first().click();
  await until('it leads back to the finding', () => page.url() === finding);
}

/** Where it is looked for can be chosen, and is kept. */
async function unjustified(page) {
  await page.goto('/governance/compliance/new');
  await page.getByLabel('Name').fill('Nothing without a reason');
  await page.getByRole('combobox', { name: 'What is looked for' }).or(page.getByRole('textbox', { name: 'What is looked for' })).last().click();
  await page.getByRole('option', { name: 'Unjustified grants' }).click();
  await choose(page, 'In these applications', 'Payroll');
  await look(page, 'rule-unjustified');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByText('Payroll', { exact: true }).first().waitFor();
}

async function dryRun(page) {
  await page.getByRole('link', { name: 'Account policies' }).click();
  await page.getByRole('link', { name: 'New account policy' }).first().click();
  await page.getByLabel('Name').fill('One account each');
  await choose(page, 'Application', 'Payroll');
  await page.getByRole('combobox', { name: 'What is looked for' }).or(page.getByRole('textbox', { name: 'What is looked for' })).last().click();
  await page.getByRole('option', { name: 'Duplicate accounts' }).click();
  await look(page, 'account-policy-new');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('button', { name: 'Dry run' }).click();
  await page.getByTestId('run').getByText('Done', { exact: true }).waitFor();
  await page.getByText('Nothing found').waitFor();
  await page.getByRole('link', { name: 'Account policies' }).first().click();
  await page.getByTestId('row').getByText('One account each').waitFor();
  await look(page, 'account-policies');
}
