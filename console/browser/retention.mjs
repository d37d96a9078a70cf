// Retention: periods are set, a hold is put and lifted, a person is erased; then how far the log is sealed.
import { ask, check, inBrowser, look, signInToTheDashboard, until } from './page.mjs';

const PERSON = 'Wilhelmina Gone';

await inBrowser('retention', async (page) => {
  await signInToTheDashboard(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Show retention' }).click();
  await page.getByText('Everything is kept for ever').waitFor();
  await look(page, 'retention-empty');
  await periods(page);
  await ofAnApplication(page);
  await hold(page);
  await notWhileHeld(page);
  await lift(page);
  await notWhileThere(page);
  await erase(page);
  await look(page, 'retention');
  await integrity(page);
});

function row(page, section, text) {
  return page.getByTestId(section).getByTestId('row').filter({ hasText: text });
}

async function periods(page) {
  await row(page, 'periods', 'Everywhere else').getByRole('button', { name: /^Edit/ }).click();
  const dialog = page.getByRole('dialog');
  const save = dialog.getByRole('button', { name: 'Save' });
  await dialog.getByLabel('Requests and responses').fill('90');
  await dialog.getByTestId('given-up').getByText(/^Requests and responses before \d{4}-\d\d-01$/).waitFor();
  check('nothing is given up without a second step', await save.isDisabled());
  await look(page, 'retention-period');
  await dialog.getByLabel('Tasks with their operation log').fill('30');
  await dialog.getByRole('checkbox', { name: /I mean it/ }).check();
  await save.click();
  await dialog.getByText('Payloads go with their tasks').first().waitFor();
  await dialog.getByLabel('Tasks with their operation log').fill('365');
  await save.click();
  await dialog.waitFor({ state: 'detached' });
  await row(page, 'periods', 'Everywhere else').getByText('365 days').waitFor();
}

async function ofAnApplication(page) {
  await page.getByRole('button', { name: 'Periods for an application' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Application' }).fill('Archive');
  await page.getByRole('option', { name: 'Archive' }).click();
  await until('what holds so far is filled in', async () => (await dialog.getByLabel('Requests and responses').inputValue()) === '90 days');
  await dialog.getByLabel('Tasks with their operation log').fill('3650');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  const own = row(page, 'periods', 'Archive');
  await own.getByText('3,650 days').waitFor();
  await own.getByRole('button', { name: /as long as the rest/ }).click();
  await dialog.getByText('Settled tasks before').waitFor();
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'As the rest' }).click();
  await own.waitFor({ state: 'detached' });
}

async function choosePerson(page, dialog, typed, shown) {
  await dialog.getByRole('combobox', { name: 'Person' }).fill(typed);
  await page.getByRole('option', { name: shown }).click();
}

async function hold(page) {
  await page.getByRole('button', { name: 'Place a hold' }).click();
  const dialog = page.getByRole('dialog');
  await choosePerson(page, dialog, 'wilhelm', `${PERSON} (no longer a user)`);
  const place = dialog.getByRole('button', { name: 'Place a hold' });
  check('a hold needs a reason', await place.isDisabled());
  await dialog.getByLabel('Reason').fill('Case 4711');
  await look(page, 'retention-hold');
  await place.click();
  await row(page, 'holds', PERSON).getByText('Stands').waitFor();
}

async function notWhileHeld(page) {
  const dialog = await eraseDialog(page);
  await choosePerson(page, dialog, 'wilhelm', PERSON);
  await dialog.getByTestId('obstacles').getByText('Case 4711').waitFor();
  check('nobody is erased while a hold stands', await dialog.getByRole('button', { name: 'Erase for good' }).isDisabled());
  await look(page, 'retention-held');
  await dialog.getByRole('button', { name: 'Back' }).click();
}

async function lift(page) {
  await row(page, 'holds', PERSON).getByRole('button', { name: 'Lift' }).click();
  const dialog = page.getByRole('dialog', { name: `Lift the hold on ${PERSON}` });
  await dialog.getByLabel('Reason').fill('The case is closed');
  await dialog.getByRole('button', { name: 'Lift' }).click();
  await row(page, 'holds', PERSON).getByText('The case is closed').waitFor();
}

async function notWhileThere(page) {
  const dialog = await eraseDialog(page);
  await choosePerson(page, dialog, 'still', 'Still There (still.there)');
  await dialog.getByTestId('obstacles').getByText('The person is still a user').waitFor();
  await dialog.getByRole('link', { name: 'Open the user' }).waitFor();
  await dialog.getByRole('button', { name: 'Back' }).click();
}

async function erase(page) {
  const dialog = await eraseDialog(page);
  await choosePerson(page, dialog, 'wilhelm', PERSON);
  await dialog.getByTestId('erasure-plan').getByText('2', { exact: true }).first().waitFor();
  await dialog.getByLabel('Reason').fill('Asked for by the person');
  const forGood = dialog.getByRole('button', { name: 'Erase for good' });
  const typed = dialog.getByLabel(`Type ${PERSON} to confirm`);
  await typed.fill('Wilhelmina');
  check('the whole name is needed', await forGood.isDisabled());
  await typed.fill(PERSON);
  await look(page, 'retention-erase');
  await forGood.click();
  const erased = row(page, 'erasures', 'Asked for by the person');
  await erased.getByText('Erased', { exact: true }).waitFor();
  await erased.getByText('Tasks: 2').waitFor();
  await page.reload();
  await erased.waitFor();
  check('nothing names the person any more', !(await page.locator('main').innerText()).includes(PERSON));
}

async function eraseDialog(page) {
  await page.getByRole('button', { name: 'Erase a person' }).click();
  return page.getByRole('dialog');
}

async function integrity(page) {
  await ask('let what is settled be sealed');
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Integrity' }).click();
  await page.getByTestId('chain').getByText('On and up to date').waitFor();
  const shown = (await page.getByTestId('fingerprint').innerText()).replaceAll(' ', '');
  const keys = await (await page.request.get('/api/v1/integrity/public-key')).text();
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(keys));
  check('the fingerprint is the one of the keys', shown === Buffer.from(digest).toString('hex'));
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Newest checkpoint' }).click()]);
  check('the checkpoint is taken along', /^checkpoint-\d+\.json$/.test(file.suggestedFilename()));
  await look(page, 'integrity');
}
