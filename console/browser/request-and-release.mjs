// The way of a user through the portal: first sign-in, a request, its approval by the manager, and giving the access back.
// Started by PortalStoryTest of the server, which prepares the people and the application.
import { check, inBrowser, until } from './page.mjs';

const { APPLICATION, USER, USER_PASSWORD, MANAGER, MANAGER_PASSWORD } = process.env;
const OWN = 'a horse that staples batteries';

await inBrowser('request-and-release', async (page) => {
  await signInForTheFirstTime(page, USER, USER_PASSWORD);
  await page.getByText('You have no access yet').waitFor();
  await seeNothingOfTheAdministration(page);
  await askForAccess(page);
  await signOut(page);
  await signInForTheFirstTime(page, MANAGER, MANAGER_PASSWORD);
  await approve(page);
  await signOut(page);
  await signIn(page, USER, OWN);
  await seeItDone(page);
  await askToKeepItLonger(page);
  await giveItBack(page);
});

async function signIn(page, user, password) {
  await page.getByLabel('User name').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function signInForTheFirstTime(page, user, password) {
  await page.goto('/');
  await signIn(page, user, password);
  await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
  await page.getByLabel('Current password').fill(password);
  await page.getByLabel('New password', { exact: true }).fill(OWN);
  await page.getByLabel('New password again').fill(OWN);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByRole('heading', { name: 'My access' }).waitFor();
}

async function signOut(page) {
  await page.getByTestId('user-menu').click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
}

async function seeNothingOfTheAdministration(page) {
  check('there is no way to the log', (await page.getByRole('link', { name: 'Synchronization log' }).count()) === 0);
  await page.goto('/log');
  await page.getByRole('heading', { name: 'My access' }).waitFor();
}

async function askForAccess(page) {
  await go(page, 'Request access');
  await page.getByLabel('Application, permission or package').fill('staff');
  await until('only what was searched for is offered', async () => (await page.getByTestId('offer').count()) === 1);
  await page.getByTestId('offer').getByRole('button', { name: 'Choose' }).click();
  const cart = page.getByTestId('cart');
  check('it is not sent without a reason', await cart.getByRole('button', { name: 'Send the request' }).isDisabled());
  await cart.getByLabel('Reason').fill('For the new project');
  await cart.getByText('Days', { exact: true }).click();
  await cart.getByRole('button', { name: 'Send the request' }).click();
  await page.getByRole('heading', { name: 'My requests' }).waitFor();
  await row(page, APPLICATION).getByText('Waits for Ada Park.').waitFor();
}

async function approve(page) {
  await page.getByTestId('approval-count').getByText('1').waitFor();
  await go(page, 'Approvals');
  await row(page, 'Ming Li').getByRole('button', { name: 'Approve' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByTestId('decision-comment').fill('Welcome to the project');
  await dialog.getByTestId('confirm').click();
  await page.getByText('Nothing waits for you').waitFor();
  await until('the count is gone', async () => (await page.getByTestId('approval-count').count()) === 0);
}

async function seeItDone(page) {
  await go(page, 'My requests');
  await row(page, APPLICATION).getByText('Done', { exact: true }).waitFor();
  await row(page, APPLICATION).click();
  const timeline = page.getByTestId('request-timeline');
  await timeline.getByText('Ada Park approved').waitFor();
  await timeline.getByText('Welcome to the project').waitFor();
}

/** And changes the mind: what is asked for can be withdrawn until it is approved. */
async function askToKeepItLonger(page) {
  await go(page, 'My access');
  const card = page.getByTestId('account-card').filter({ hasText: APPLICATION });
  await card.getByRole('button', { name: 'Prolong' }).last().click();
  const dialog = page.getByRole('dialog', { name: /^Ask to keep staff/ });
  check('it is not sent without a reason', await dialog.getByRole('button', { name: 'Send the request' }).isDisabled());
  await dialog.getByLabel('Reason').fill('The project goes on');
  await dialog.getByRole('button', { name: 'Send the request' }).click();
  await dialog.waitFor({ state: 'detached' });
  await go(page, 'My requests');
  await row(page, 'Waits for Ada Park.').click();
  await page.getByTestId('request-timeline').waitFor();
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('dialog').getByTestId('confirm').click();
  await page.getByTestId('request-timeline').getByText('Withdrawn by Ming Li').waitFor();
}

async function giveItBack(page) {
  await go(page, 'My access');
  const card = page.getByTestId('account-card').filter({ hasText: APPLICATION });
  await card.getByRole('checkbox', { name: 'staff' }).check();
  await page.getByRole('button', { name: 'Give back 1' }).click();
  const dialog = page.getByRole('dialog', { name: 'Give this access back' });
  await dialog.getByText('is deleted, with everything in it').waitFor();
  await dialog.getByTestId('confirm').click();
  await page.getByText('You have no access yet').waitFor();
}

async function go(page, name) {
  await page.getByRole('navigation').getByRole('link', { name }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

function row(page, text) {
  return page.getByTestId('row').filter({ hasText: text });
}
