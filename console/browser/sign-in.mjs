// How one signs in: a second factor is set up, asked for, and shown where one is signed in; then the settings of sign-in.
import { createHmac } from 'node:crypto';
import { withAxe } from './axe/axe.mjs';
import { audit } from './axe/walk.mjs';
import { check, inBrowser, look, PASSWORD, signInToTheDashboard, until } from './page.mjs';

await inBrowser('sign-in', async (page) => {
  await withAxe(page.context());
  await signInToTheDashboard(page);
  const recoveryCode = await setUp(page);
  await signOut(page);
  await signInWithCode(page, recoveryCode);
  await ownSessions(page);
  await settings(page);
});

/** What axe finds on the page as it is. */
async function accessible(page, name) {
  const found = await audit(page, name);
  check(`nothing keeps anybody out of ${name}:\n${found.join('\n')}`, found.length === 0);
  await look(page, name);
}

async function setUp(page) {
  await page.goto('/my-sign-in');
  const section = page.getByTestId('second-factor');
  await accessible(page, 'my-sign-in');
  await section.getByRole('button', { name: 'Set up' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Current password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await dialog.getByRole('img', { name: 'QR code' }).waitFor();
  const secret = (await dialog.getByTestId('totp-secret').innerText()).replaceAll(' ', '');
  await accessible(page, 'qr-code');
  await dialog.getByLabel('Code it shows now').fill('000000');
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await dialog.getByText('The code is wrong').first().waitFor();
  await dialog.getByLabel('Code it shows now').fill(code(secret, await serverTime(page)));
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  const codes = (await dialog.getByTestId('recovery-codes').innerText()).split('\n');
  check('there are ten recovery codes', codes.length === 10);
  await accessible(page, 'recovery-codes');
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await section.getByText('10 recovery codes left').waitFor();
  return codes[0];
}

async function signOut(page) {
  await page.getByTestId('user-menu').click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in to Syncline' }).waitFor();
}

async function signInWithCode(page, recoveryCode) {
  await page.goto('/users');
  await page.getByLabel('User name').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
  await accessible(page, 'code');
  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByTestId('error').waitFor();
  await page.getByLabel('Code').fill(recoveryCode);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Users', exact: true }).waitFor();
}

async function ownSessions(page) {
  const half = await fetch(`${process.env.BASE_URL}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ userName: 'admin', password: PASSWORD }),
  });
  check('the password is right', half.status === 200);
  await page.goto('/my-sign-in');
  const section = page.getByTestId('own-sessions');
  await section.getByText('This one').waitFor();
  check('a sign-in without its code is no session', (await section.getByRole('button', { name: 'Sign out', exact: true }).count()) === 0);
}

async function settings(page) {
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Open' }).last().waitFor();
  await page.goto('/settings/sign-in');
  const policy = page.getByTestId('sign-in-policy');
  await policy.getByLabel('Minutes without use').fill('20');
  await policy.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').first().waitFor();
  const provider = page.getByTestId('openid-settings');
  await provider.getByLabel('Issuer').fill('http://localhost:1');
  await provider.getByLabel('Client id').fill('syncline');
  await provider.getByLabel('Claim with groups or roles').fill('groups');
  await provider.getByRole('button', { name: 'Add a value' }).click();
  await provider.getByLabel('Value of the claim').fill('syncline-admins');
  await provider.getByRole('button', { name: 'Test' }).click();
  await provider.getByText('The discovery document cannot be read').waitFor();
  await accessible(page, 'sign-in-settings');
  await provider.getByRole('button', { name: 'Save' }).click();
  await until('the provider is saved', () => provider.getByRole('button', { name: 'Save' }).isDisabled());
  check('the issuer is kept', (await provider.getByLabel('Issuer').inputValue()) === 'http://localhost:1');
}

/** The server's clock stands still: it says when the session began. */
function serverTime(page) {
  return page.evaluate(async () => {
    const answer = await fetch('/api/v1/session/all');
    return Date.parse((await answer.json()).items[0].createdAt);
  });
}

/** RFC 6238. @param time in milliseconds */
function code(secret, time) {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((octet) => Number.parseInt(octet, 2)));
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(Math.floor(time / 30_000)));
  const hash = createHmac('sha1', key).update(message).digest();
  const number = hash.readUInt32BE(hash[19] & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}
