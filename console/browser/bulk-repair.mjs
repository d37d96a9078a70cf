/* Bulk repairs: a plan, its run with progress and results, the way to the log and back; and deletions, confirmed with their number typed. */
import { ask, check, inBrowser, look, signInForTheFirstTime, until } from './page.mjs';

await inBrowser('bulk-repair', async (page) => {
  await signInForTheFirstTime(page);
  await findNothingYet(page);
  await ask('plan to retry');
  await readThePlan(page);
  await runIt(page);
  await followTheLog(page);
  await ask('plan to confirm deletions');
  await confirmDeletions(page);
});

function navigation(page) {
  return page.getByRole('link', { name: 'Bulk repairs' }).first();
}

function dialog(page) {
  return page.getByRole('dialog');
}

function counted(page, name) {
  return page.getByTestId('counts').locator(`[data-count="${name}"]`).innerText({ timeout: 500 }).catch(() => '');
}

async function findNothingYet(page) {
  await navigation(page).click();
  await page.getByText('No bulk repair yet').waitFor();
  await look(page, 'repairs-empty');
}

async function readThePlan(page) {
  await page.getByTestId('row').getByText('Retry 3 tasks').waitFor();
  await look(page, 'repairs');
  await page.getByTestId('row').getByText('Retry 3 tasks').click();
  await page.getByRole('heading', { name: 'Retry 3 tasks' }).waitFor();
  const plan = page.getByTestId('plan');
  await plan.getByText(process.env.APPLICATION).waitFor();
  check('the cause is without names', await plan.getByText('"<name>" is not wanted here.').isVisible());
  check('it says what is left out', await page.getByTestId('left-out').getByText('It has succeeded.').isVisible());
  check('it says that nothing was changed', await page.getByTestId('planned').getByText('No task was changed yet.').isVisible());
  await page.locator('label').filter({ hasText: 'Left out' }).click();
  await until('one task is listed as left out', async () => (await page.getByTestId('row').filter({ hasText: 'Left out' }).count()) === 1);
  await page.locator('label').filter({ hasText: 'All tasks' }).click();
  await look(page, 'repair-plan');
}

async function runIt(page) {
  await ask('let the application take everybody');
  await page.getByRole('button', { name: 'Run the plan' }).click();
  await dialog(page).getByText('Try 3 failed tasks again').waitFor();
  check('it says how long it takes', await dialog(page).getByTestId('takes').getByText('1 second').isVisible());
  await look(page, 'repair-run');
  await dialog(page).getByTestId('confirm').click();
  await until('three have succeeded', async () => (await counted(page, 'done')).includes('3'));
  await page.getByRole('button', { name: 'Show only: Succeeded, 3' }).click();
  await until('three results are listed', async () => (await page.getByTestId('row').filter({ hasText: 'Succeeded' }).count()) === 3);
  await look(page, 'repair-done');
}

async function followTheLog(page) {
  await page.getByRole('link', { name: 'All records of this repair' }).click();
  await page.getByTestId('chip').getByText('Bulk repair').waitFor();
  await until('the log shows the three', async () => (await page.getByTestId('row').count()) === 3);
  await page.getByTestId('row').first().click();
  await page.getByTestId('operation-log').getByRole('link', { name: 'As part of a bulk repair' }).click();
  await page.getByRole('heading', { name: 'Retry 3 tasks' }).waitFor();
}

async function confirmDeletions(page) {
  await navigation(page).click();
  await page.getByTestId('row').getByText('Confirm 2 tasks').click();
  await page.getByTestId('final').getByText('deletes these accounts for good').waitFor();
  await look(page, 'repair-deletions');
  await page.getByRole('button', { name: 'Run the plan' }).click();
  const confirm = dialog(page).getByTestId('confirm');
  await dialog(page).getByLabel('Reason').fill('Both were deleted by hand');
  check('the reason is not enough', await confirm.isDisabled());
  const number = dialog(page).getByLabel('Type the number of deletions: 2');
  await number.fill('3');
  await dialog(page).getByText('This is not the number.').waitFor();
  check('another number is not enough', await confirm.isDisabled());
  await number.fill('2');
  await look(page, 'repair-confirm');
  await confirm.click();
  await until('two are confirmed', async () => (await counted(page, 'done')).includes('Confirmed 2'));
}
