/* A channel is made and tried out, a rule is written with a preview, its alert and delivery are seen; then it is muted, and all is said in Chinese. */
import { withAxe } from './axe/axe.mjs';
import { audit } from './axe/walk.mjs';
import { ask, check, inBrowser, look, PASSWORD, signInForTheFirstTime, until } from './page.mjs';

const TYPED = 'Failures nobody has looked at';

await inBrowser('notifications', async (page) => {
  await withAxe(page.context());
  await signInForTheFirstTime(page);
  await makeChannel(page);
  await tryItOut(page);
  await writeRule(page);
  await seeTheAlert(page);
  await seeTheDelivery(page);
  await mute(page);
  await signedOutWhileTyping(page);
  await faultAtTheStart(page);
  await inChinese(page);
});

async function makeChannel(page) {
  await page.getByRole('link', { name: 'Notifications' }).click();
  await page.getByText('Nothing to be told of').waitFor();
  await look(page, 'notifications-empty');
  await page.getByRole('link', { name: 'New channel' }).click();
  await look(page, 'channel-mail');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Operations');
  await page.getByRole('radio', { name: 'Webhook' }).check();
  await page.getByLabel('Address').fill('no address');
  await page.getByRole('button', { name: 'Make one' }).click();
  const key = await page.getByTestId('secret-once').innerText();
  check('the key is shown once', key.startsWith('whsec_'));
  await page.getByLabel('Address').fill('https://');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByLabel('Address').fill(process.env.WEBHOOK);
  await look(page, 'channel-new');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { name: 'Operations' }).waitFor();
  check('the key is not shown again', !(await page.content()).includes(key));
}

async function tryItOut(page) {
  await page.getByRole('button', { name: 'Send a test message' }).click();
  await page.getByTestId('test-result').getByText('The webhook answered 204.').waitFor();
  await look(page, 'channel');
}

async function writeRule(page) {
  await page.getByRole('link', { name: 'Notifications' }).first().click();
  await page.getByRole('link', { name: 'New rule' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Failures nobody has seen to');
  await page.getByRole('combobox', { name: 'Tell when' }).or(page.getByRole('textbox', { name: 'Tell when' })).last().click();
  await page.getByRole('option', { name: 'Failed tasks wait for a person' }).click();
  await page.getByRole('textbox', { name: 'For longer than', exact: true }).fill('0');
  await page.getByRole('button', { name: 'What would it say now?' }).click();
  const preview = page.getByTestId('preview');
  await preview.getByText('With today\'s data: 1 alert').waitFor();
  await preview.getByText(`${process.env.APPLICATION}: 2 failed tasks wait for a person`).waitFor();
  await page.getByRole('combobox', { name: 'Channels' }).or(page.getByRole('textbox', { name: 'Channels' })).last().click();
  await page.getByRole('option', { name: 'Operations' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Critical' }).check();
  await look(page, 'rule-new');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByTestId('row').getByText('Failures nobody has seen to').waitFor();
  await look(page, 'rules');
}

async function seeTheAlert(page) {
  await page.getByRole('tab', { name: 'Alerts' }).click();
  const alert = page.getByTestId('row').filter({ hasText: '2 failed tasks wait for a person' });
  await alert.waitFor();
  await look(page, 'alerts');
  await alert.getByRole('button', { name: /^Take up/ }).click();
  await until('somebody has it', async () => (await alert.locator('[data-column=taken]').innerText()) === 'Administrator');
  await alert.getByRole('link', { name: /failed tasks/ }).click();
  await page.getByRole('heading', { name: 'Synchronization log' }).waitFor();
  await until('the two records are listed', async () => (await page.getByTestId('row').count()) === 2);
  await page.goBack();
}

async function seeTheDelivery(page) {
  await page.getByRole('tab', { name: 'Deliveries' }).click();
  const sent = page.getByTestId('row').filter({ hasText: '2 failed tasks wait for a person' });
  await sent.getByText('Sent', { exact: true }).waitFor();
  check('the test is there too', (await page.getByTestId('row').filter({ hasText: 'Test message' }).count()) === 1);
  await look(page, 'deliveries');
  await sent.getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('The webhook answered 204.').waitFor();
  await dialog.getByText('The telephone number is not allowed.').waitFor();
  await look(page, 'delivery');
  await page.keyboard.press('Escape');
  await ask('check what arrived');
}

async function mute(page) {
  await page.getByRole('tab', { name: 'Rules' }).click();
  await page.getByRole('link', { name: 'Failures nobody has seen to' }).click();
  await name(page).fill(TYPED);
  await page.getByRole('button', { name: 'Mute' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Maintenance of the application');
  await look(page, 'rule-mute');
  await page.getByRole('dialog').getByRole('button', { name: 'Mute' }).click();
  await page.getByText('Muted by Administrator').waitFor();
  await look(page, 'rule');
  await page.getByRole('button', { name: 'Unmute' }).click();
  await page.getByRole('button', { name: 'Mute', exact: true }).waitFor();
  check('what was typed into the rule is still there', (await name(page).inputValue()) === TYPED);
}

function name(page) {
  return page.getByRole('textbox', { name: 'Name', exact: true });
}

/** The session ends elsewhere; one signs in again in another tab, and nothing that was typed is lost. */
async function signedOutWhileTyping(page) {
  await page.evaluate(() => fetch('/api/v1/session', { method: 'DELETE', headers: { 'X-Syncline': '1' } }));
  await page.getByRole('button', { name: 'Save' }).click();
  const ended = page.getByTestId('session-ended');
  await ended.waitFor();
  await look(page, 'signed-out-while-typing');
  const barriers = await audit(page, 'signed out while typing', '[role=dialog]');
  check(`nothing keeps anybody out: ${barriers.join('\n')}`, barriers.length === 0);
  const opened = page.context().waitForEvent('page');
  await ended.getByRole('link', { name: 'Sign in in another tab' }).click();
  const tab = await opened;
  await tab.getByLabel('User name').fill('admin');
  await tab.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await tab.getByRole('heading', { name: 'Dashboard', exact: true }).waitFor();
  await tab.close();
  await ended.waitFor({ state: 'hidden' });
  check('what was typed before is still there', (await name(page).inputValue()) === TYPED);
}

/** A fault of the server is no end of the session. */
async function faultAtTheStart(page) {
  const session = '**/api/v1/session';
  await page.route(session, (route) => route.fulfill({ status: 503, body: '' }));
  await page.goto('/notifications');
  await page.getByText('The server answered 503 without saying why.').waitFor();
  await page.unroute(session);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Notifications', exact: true }).waitFor();
}

async function inChinese(page) {
  await page.evaluate(() => localStorage.setItem('syncline.language', 'zh-CN'));
  await page.goto('/notifications');
  await page.getByRole('heading', { name: '通知', exact: true }).waitFor();
  await page.getByTestId('row').getByText('2 个失败任务等待人工处理').waitFor();
  await look(page, 'alerts-zh');
}
