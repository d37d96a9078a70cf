// From a record of each of the ten sources to what caused it, and from there back to the record.
import { check, inBrowser, look, signInForTheFirstTime, until } from './page.mjs';

const SOURCES = [
  'SELF_SERVICE_DEPROVISIONING',
  'ACCESS_REQUEST',
  'PROVISIONING_POLICY',
  'RETRY_AFTER_MODIFICATION',
  'PERMISSION_CHANGE',
  'GLOBAL_PROVISIONING_POLICY',
  'APPLICATION_ACCOUNT_POLICY',
  'COMPLIANCE_REVIEW',
  'PERMISSION_EXPIRY',
  'MANUAL',
];

await inBrowser('sources', async (page) => {
  await signInForTheFirstTime(page);
  for (const source of SOURCES) {
    const task = await caused(page, source);
    await page.goto(`/log/${task.id}`);
    await why(page, task.cause).click();
    await until(`${source} leads to its cause`, () => !page.url().endsWith(`/log/${task.id}`));
    await look(page, `cause-of-${source.toLowerCase()}`);
    await back(page, task);
  }
});

/** The link to the cause by its name; of a finding the trail says the policy, the run and the finding one by one, the last being the nearest. */
function why(page, cause) {
  const links = page.getByTestId('trail').getByRole('link');
  return cause.type === 'FINDING' ? links.last() : page.getByRole('link', { name: cause.name, exact: true }).first();
}

/** The newest record of a source that says what caused it; what a person does to one account by hand has no further cause. */
async function caused(page, source) {
  const answer = await page.request.get(`/api/v1/tasks?limit=200&source=${source}`);
  const task = (await answer.json()).items.find(({ cause }) => cause?.id);
  check(`there is a record of ${source} with a cause`, task !== undefined);
  return task;
}

/** By a link to the record, by the row that shows it, or by the list of all records of the cause. */
async function back(page, { id, object }) {
  const link = page.locator(`a[href$="/log/${id}"]`);
  const rows = page.getByTestId('row').filter({ hasText: object.name });
  const all = page.getByRole('link', { name: /^(Its records|All records( of this batch)?)$/ });
  await link.or(rows).or(all).first().waitFor();
  if ((await link.count()) > 0) {
    await link.first().click();
  } else {
    if ((await rows.count()) === 0) {
      await all.first().click();
      await rows.first().waitFor();
    }
    await openTheOneOf(page, rows, id);
  }
  await until(`the way back to ${id}`, () => new URL(page.url()).pathname === `/log/${id}`);
}

async function openTheOneOf(page, rows, id) {
  const from = page.url();
  for (let at = 0; at < (await rows.count()); at++) {
    await rows.nth(at).click();
    await until('a record opens', () => /\/log\/[0-9a-f-]+$/.test(new URL(page.url()).pathname));
    if (page.url().includes(id)) {
      return;
    }
    await page.goto(from);
    await rows.first().waitFor();
  }
}
