/* From the dashboard to a cause, to its people and tasks, and back: acknowledged, resolved, come back. */
import { ask, check, inBrowser, look, signInToTheDashboard, until } from './page.mjs';

await inBrowser('failures', async (page) => {
  await signInToTheDashboard(page);
  await seeThatNothingIsThere(page);
  await ask('let three fail and one succeed');
  await readTheDashboard(page);
  await goFromTheDashboardToTheCause(page);
  await goToItsTasksAndBack(page);
  await planItsRepair(page);
  await sayWhoSeesToIt(page);
  await resolve(page);
  await ask('let another fail');
  await seeItCameBack(page);
  await goFromAStretchOfTimeIntoTheLog(page);
});

async function seeThatNothingIsThere(page) {
  const empty = page.getByTestId('empty-state');
  await empty.getByText('Nothing has been synchronized yet').waitFor();
  await empty.getByRole('link', { name: 'Connect an application' }).first().waitFor();
  await look(page, 'dashboard-empty');
}

async function readTheDashboard(page) {
  await until('three stand failed', async () => (await page.getByTestId('failed-now').textContent().catch(() => '')) === '3');
  await until('one cause', async () => (await page.getByTestId('causes').textContent()) === '1 cause that is not resolved');
  await page.getByTestId('attention').getByRole('link', { name: 'Refused', exact: true }).waitFor();
  await page.getByTestId('remaining-access').getByText('Nobody').waitFor();
  await page.getByTestId('volume').locator('canvas').waitFor();
  check('the picture says what it shows', (await page.getByRole('figure', { name: /Tasks by the time they were opened/ }).count()) === 1);
  await page.getByTestId('volume').getByText('As a table').click();
  const latest = await page.getByTestId('volume').getByRole('row').last().getByRole('cell').allTextContents();
  check('the last hour has three failures and a success', latest.join(' ') === '3 0 1 0 25%');
  await page.getByTestId('volume').getByText('As a table').click();
  await look(page, 'dashboard');
  for (const range of ['7 days', '30 days']) {
    await page.getByText(range, { exact: true }).click();
    await until(`the ${range} are shown`, async () => page.url().includes('range='));
    await page.getByTestId('volume').locator('canvas').waitFor();
  }
  await look(page, 'dashboard-month');
}

async function goFromTheDashboardToTheCause(page) {
  await page.getByTestId('causes').click();
  await page.getByRole('heading', { name: 'Failures', exact: true }).waitFor();
  const row = page.getByTestId('row').first();
  await row.getByText('No licence is left for <name>.').waitFor();
  await look(page, 'failures');
  // By keyboard, as the hand is there already.
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByTestId('pattern').getByText('No licence is left for <name>.').waitFor();
  check('three tasks stand failed', (await page.getByTestId('standing').textContent()) === '3 tasks');
  await page.getByTestId('people').getByText('Ming Li').waitFor();
  await page.getByTestId('advice').getByText('The application said no.', { exact: false }).waitFor();
  await page.getByTestId('trend').locator('canvas').waitFor();
  await look(page, 'failure-group');
}

async function goToItsTasksAndBack(page) {
  await page.getByTestId('standing').click();
  await page.getByRole('heading', { name: 'Synchronization log' }).waitFor();
  await until('the log shows its three', async () => (await page.getByTestId('row').count()) === 3);
  await page.getByTestId('row').first().click();
  await page.getByRole('link', { name: 'Other failures like this' }).click();
  await page.getByTestId('pattern').waitFor();
}

async function planItsRepair(page) {
  await page.getByTestId('repair').click();
  await page.getByRole('menuitem', { name: 'Plan to retry them' }).click();
  await until('the plan stands open', async () => /\/repairs\/[0-9a-f-]{36}/.test(page.url()));
  await page.goBack();
  await page.getByTestId('pattern').waitFor();
}

async function sayWhoSeesToIt(page) {
  await page.getByRole('button', { name: 'Acknowledge' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Seen to by').fill('Licence desk');
  await look(page, 'failure-acknowledge');
  await dialog.getByRole('button', { name: 'Acknowledge' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByTestId('group').getByText('Acknowledged', { exact: true }).waitFor();
  await page.getByTestId('notes').getByText('Licence desk sees to it.').waitFor();
  await page.getByLabel('What should others know about it?').fill('Fifty more are ordered.');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByTestId('note').getByText('Fifty more are ordered.').waitFor();
}

async function resolve(page) {
  await page.getByRole('button', { name: 'Resolve' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('3 tasks still stand failed').waitFor();
  await dialog.getByLabel('Why, or what was done').fill('The licences are there.');
  await dialog.getByRole('button', { name: 'Resolve' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByTestId('group').getByText('Resolved', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Failures', exact: true }).first().click();
  await page.getByText('Nothing has failed that is not resolved').waitFor();
}

async function seeItCameBack(page) {
  await page.getByRole('link', { name: 'Dashboard' }).first().click();
  const cameBack = page.getByRole('link', { name: '1 cause came back' });
  await cameBack.waitFor();
  await cameBack.click();
  await page.getByTestId('row').getByText('Came back').waitFor();
  await page.getByRole('link', { name: 'No licence is left for <name>.' }).click();
  await page.getByTestId('note').getByText('Came back: another task failed so.').waitFor();
  check('four stand failed now', (await page.getByTestId('standing').textContent()) === '4 tasks');
  await look(page, 'failure-came-back');
}

async function goFromAStretchOfTimeIntoTheLog(page) {
  await page.getByRole('link', { name: 'Dashboard' }).first().click();
  const chart = page.getByTestId('time-chart').locator('.u-over');
  await chart.waitFor();
  const { width, height } = await chart.boundingBox();
  // The last stretch: in it everything was opened.
  await chart.click({ position: { x: width - width / 60, y: height / 2 } });
  await page.getByRole('heading', { name: 'Synchronization log' }).waitFor();
  await until('the log shows all five', async () => (await page.getByTestId('row').count()) === 5);
}
