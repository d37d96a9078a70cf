// Feishu from the approved request to the confirmed deletion, with what was sent and answered looked at in each record.
// Started by FeishuConsoleStoryTest of the server, which prepares the tenant, the application and two people, and does what ASK says.
import { ask, check, inBrowser, look, signInForTheFirstTime, until } from './page.mjs';

const { USER_PASSWORD, MANAGER_PASSWORD, SECRET, GROUP } = process.env;
const OWN = 'a horse that staples batteries';

await inBrowser('feishu', async (page) => {
  await askForAccess(page);
  await approve(page);
  await signInForTheFirstTime(page);
  await testTheConnection(page);
  await seeTheCreation(page);
  await move(page);
  await freeze(page);
  await confirmTheDeletion(page);
});

async function signInToThePortal(page, user, password) {
  await page.goto('/');
  await page.getByLabel('User name').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
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

async function askForAccess(page) {
  await signInToThePortal(page, 'ming.li', USER_PASSWORD);
  await goInThePortal(page, 'Request access');
  await page.getByLabel('Application, permission or package').fill('Staff');
  await until('only what was searched for is offered', async () => (await page.getByTestId('offer').count()) === 1);
  await page.getByTestId('offer').getByRole('button', { name: 'Choose' }).click();
  const cart = page.getByTestId('cart');
  await cart.getByLabel('Reason').fill('My first day');
  await cart.getByRole('button', { name: 'Send the request' }).click();
  await page.getByRole('heading', { name: 'My requests' }).waitFor();
  await signOut(page);
}

async function approve(page) {
  await signInToThePortal(page, 'ada.park', MANAGER_PASSWORD);
  await goInThePortal(page, 'Approvals');
  await row(page, 'Ming Li').getByRole('button', { name: 'Approve' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByTestId('decision-comment').fill('Welcome');
  await dialog.getByTestId('confirm').click();
  await page.getByText('Nothing waits for you').waitFor();
  await signOut(page);
}

async function testTheConnection(page) {
  await go(page, 'Applications');
  await page.getByRole('link', { name: 'Feishu', exact: true }).click();
  await page.getByRole('button', { name: 'Test connection' }).click();
  await page.getByTestId('test-result').getByText('the app has the scopes it needs').waitFor();
  check('the app secret is not shown', !(await page.content()).includes(SECRET));
  await look(page, 'feishu-connection');
}

/** Opens the record of the log whose row has these words. */
async function record(page, action) {
  await page.goto('/log?view=all');
  await row(page, action).filter({ hasText: 'ming.li' }).first().click();
  await page.getByTestId('record-head').waitFor();
}

/** The exchange whose request has this text, once it has been answered. */
function exchange(page, text) {
  return page.getByTestId('exchange').filter({ hasText: text });
}

async function seeTheCreation(page) {
  await record(page, 'Create');
  await page.getByTestId('record-head').getByText('Succeeded', { exact: true }).waitFor();
  await page.getByTestId('trail').getByText('My first day').waitFor();
  const created = exchange(page, 'client_token=').first();
  await created.getByTestId('request').getByText('/contact/v3/users?', { exact: false }).first().waitFor();
  await created.getByTestId('request').getByText('"department_ids"').first().waitFor();
  await created.getByTestId('response').getByText('"open_id"').first().waitFor();
  await exchange(page, `/group/${GROUP}/member/add`).getByTestId('response').getByText('success').first().waitFor();
  const text = await page.locator('body').innerText();
  check('neither the app secret nor a token is shown', !text.includes(SECRET) && !text.includes('t-g1'));
  await look(page, 'feishu-creation');
  await page.getByTestId('exchanges').scrollIntoViewIfNeeded();
  await look(page, 'feishu-creation-wire');
}

async function openTheUser(page) {
  await go(page, 'Users');
  await page.getByRole('link', { name: 'ming.li' }).click();
  await page.getByRole('heading', { name: 'Ming Li', level: 1 }).waitFor();
}

async function move(page) {
  await openTheUser(page);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Organization' }).click();
  await page.getByRole('option', { name: 'Service' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  const change = page.getByTestId('change').first();
  await change.getByText('Succeeded').waitFor();
  await record(page, 'Update');
  const moved = exchange(page, 'department_ids').first();
  await moved.getByTestId('request').getByText('PATCH', { exact: false }).first().waitFor();
  check('nothing but the department is sent', !(await moved.getByTestId('request').innerText()).includes('"name"'));
  await look(page, 'feishu-move');
}

async function freeze(page) {
  await openTheUser(page);
  await page.getByRole('button', { name: 'Disable' }).click();
  await page.getByTestId('consequences').getByText('The account ming.li in Feishu will be disabled.').waitFor();
  await page.getByTestId('confirm').click();
  const change = page.getByTestId('change').first();
  await change.getByText('Disabled', { exact: true }).waitFor();
  await change.getByText('Succeeded').waitFor();
  await record(page, 'Disable');
  await exchange(page, 'is_frozen').first().getByTestId('request').getByText('true').first().waitFor();
  await look(page, 'feishu-freeze');
}

async function confirmTheDeletion(page) {
  await ask('make ming.li an administrator of the tenant');
  await go(page, 'Accounts');
  await row(page, 'ming.li').click();
  await page.getByRole('heading', { name: 'ming.li' }).waitFor();
  const account = new URL(page.url()).pathname.split('/').at(-1);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByTestId('confirm').click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await record(page, 'Delete');
  await page.getByTestId('sentence').getByText('An administrator of the tenant cannot be deleted', { exact: false }).waitFor();
  await exchange(page, '44037').first().getByTestId('response').getByText('tenant manager cannot be deleted').first().waitFor();
  await look(page, 'feishu-refused');
  await page.getByTestId('record-head').getByRole('button', { name: 'Confirm' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByTestId('follow-ups').getByText('The account ming.li in Feishu is deleted for good').waitFor();
  await look(page, 'feishu-confirm');
  await dialog.getByLabel('How do you know that it was done?').fill('Taken out in the admin console of Feishu.');
  await dialog.getByLabel('Type ming.li to go on').fill('ming.li');
  await dialog.getByTestId('confirm').click();
  await page.getByTestId('record-head').getByText('Succeeded (confirmed by Administrator)').waitFor();
  const status = await page.evaluate(async (id) => (await fetch(`/api/v1/accounts/${id}`)).status, account);
  check(`the API knows the account no more (it said ${status})`, status === 404);
  await look(page, 'feishu-confirmed');
}

/** A count may stand behind the name. */
async function goInThePortal(page, name) {
  await page.getByRole('navigation').getByRole('link', { name }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

async function go(page, name) {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

function row(page, text) {
  return page.getByTestId('row').filter({ hasText: text });
}
