// Organizations and groups: made, changed, synchronized with an application; from their records to what caused them and back.
// Started by StructureConsoleStoryTest of the server, which prepares the application and a user.
import { check, inBrowser, look, signInForTheFirstTime, until } from './page.mjs';

const { APPLICATION } = process.env;

await inBrowser('structure', async (page) => {
  await signInForTheFirstTime(page);
  await makePermission(page);
  await switchOn(page);
  await makeOrganization(page);
  await changeOrganization(page);
  await fromTheRecordAndBack(page);
  await makeGroup(page);
  await provision(page);
  await deleteOrganization(page);
  await switchAModuleOffAndOn(page);
});

async function go(page, name) {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

async function openTheApplication(page, tab) {
  await go(page, 'Applications');
  await page.getByRole('link', { name: APPLICATION }).click();
  await page.getByRole('tab', { name: tab }).click();
}

async function makePermission(page) {
  await openTheApplication(page, 'Permissions');
  await page.getByRole('button', { name: 'New permission' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('printers');
  await dialog.getByLabel('Value in the application').fill('cn=printers');
  await look(page, 'permission-new');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.getByTestId('row').getByText('printers', { exact: true }).waitFor();
}

async function switchOn(page) {
  await openTheApplication(page, 'Structure');
  for (const what of ['Synchronize organizations', 'Synchronize groups']) {
    await page.getByTestId('structure-switches').getByRole('switch', { name: what }).click({ force: true });
    const dialog = page.getByRole('dialog');
    await dialog.getByText('A task is opened for everything there is now').waitFor();
    await dialog.getByTestId('confirm').click();
    await dialog.waitFor({ state: 'detached' });
  }
  await page.getByTestId('structure-ORGANIZATION').getByText('There is no organization yet').waitFor();
  await look(page, 'structure-empty');
}

async function makeOrganization(page) {
  await go(page, 'Organizations');
  await page.getByRole('button', { name: 'New organization' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Sales');
  await dialog.getByLabel('Code').fill('sales');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('link', { name: 'Sales' }).click();
  await page.getByRole('heading', { name: 'Sales', level: 1 }).waitFor();
  await page.getByTestId('change').getByText('Created').waitFor();
  await page.getByTestId('row').getByText(APPLICATION).waitFor();
}

async function changeOrganization(page) {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Sales and service');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Sales and service', level: 1 }).waitFor();
  const change = page.getByTestId('change').first();
  await change.getByText('Edited').waitFor();
  check('the difference is shown', await change.getByText('Sales', { exact: true }).isVisible());
  await look(page, 'organization');
}

async function fromTheRecordAndBack(page) {
  const organization = page.url();
  await until('both records are there', async () => (await page.getByTestId('row').count()) === 2);
  await page.getByTestId('row').first().click();
  await page.getByTestId('trail').getByRole('link', { name: /^The organization Sales/ }).click();
  await until('the record leads back to the organization', () => page.url() === organization);
  await openTheApplication(page, 'Structure');
  await page.getByTestId('structure-ORGANIZATION').getByText('Sales and service').first().waitFor();
  await look(page, 'structure');
}

async function makeGroup(page) {
  await go(page, 'Groups');
  await page.getByRole('button', { name: 'New group' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('On call');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { name: 'On call', level: 1 }).waitFor();
  const group = page.url();
  await page.getByRole('button', { name: 'Add members' }).first().click();
  await page.keyboard.type('Ming');
  await page.getByRole('option', { name: /Ming Li/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add 1 member' }).click();
  await page.getByRole('link', { name: 'ming.li' }).waitFor();
  await until('its records are there', async () => {
    await page.reload();
    await page.getByRole('heading', { name: 'On call', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'All records' }).waitFor();
    return (await page.getByTestId('row').filter({ hasText: APPLICATION }).count()) === 2;
  });
  await look(page, 'group');
  await page.getByTestId('row').filter({ hasText: APPLICATION }).first().click();
  await page.getByTestId('trail').getByRole('link', { name: /group On call/ }).click();
  await until('the record leads back to the group', () => page.url() === group);
}

async function provision(page) {
  await go(page, 'Imports and batches');
  await page.getByRole('link', { name: 'Provision users' }).first().click();
  await page.getByRole('combobox', { name: 'Application' }).click();
  await page.getByRole('option', { name: APPLICATION }).click();
  await page.getByRole('button', { name: 'Count the users' }).click();
  const preview = page.getByTestId('provision-preview');
  await preview.getByText('2 users match').waitFor();
  await preview.getByText('1 of them has an account there already.').waitFor();
  await look(page, 'provision');
  await page.getByRole('button', { name: 'Provision', exact: true }).click();
  await page.getByRole('dialog').getByTestId('confirm').click();
  await page.locator('[data-count=succeeded]').getByText('1', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'All records of this batch' }).click();
  await page.getByTestId('row').filter({ hasText: 'kim.park' }).getByText('Succeeded', { exact: true }).waitFor();
}

async function deleteOrganization(page) {
  await go(page, 'Organizations');
  await page.getByRole('link', { name: 'Sales and service' }).click();
  await page.getByRole('heading', { name: 'Sales and service', level: 1 }).waitFor();
  const organization = page.url();
  await go(page, 'Organizations');
  await page.getByRole('button', { name: 'Delete Sales and service' }).click();
  await page.getByRole('dialog').getByTestId('confirm').click();
  await page.getByText('There are no organizations yet').waitFor();
  await page.goto(organization);
  await page.getByTestId('gone').waitFor();
  await page.getByTestId('change').first().getByText('Deleted', { exact: true }).waitFor();
  check('the history has outlived it', (await page.getByTestId('change').count()) === 3);
  await look(page, 'organization-gone');
}

async function switchAModuleOffAndOn(page) {
  const checks = page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Account policies' });
  const governance = page.getByTestId('modules').getByRole('switch', { name: /^Identity Governance/ });
  await checks.waitFor();
  await go(page, 'Settings');
  await governance.click({ force: true });
  const dialog = page.getByRole('dialog', { name: 'Switch Identity Governance off' });
  await dialog.getByText('their schedules rest', { exact: false }).waitFor();
  await dialog.getByTestId('confirm').click();
  await checks.waitFor({ state: 'detached' });
  await page.goto('/governance/account-policies');
  await page.getByText('Identity Governance is switched off').waitFor();
  await look(page, 'module-off');
  await page.getByRole('link', { name: 'Go to Settings' }).click();
  await governance.click({ force: true });
  await checks.waitFor();
}
