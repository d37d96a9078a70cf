// The log list: by keyboard alone, filters as line and as chips, the histogram, what comes while one looks, and views.
// Started by LogConsoleStoryTest of the server, which makes the tasks and does what ASK says.
import { ask, check, inBrowser, look, signInForTheFirstTime, until } from './page.mjs';

const { DIRECTORY, FAILED, ALL } = process.env;

await inBrowser('log-list', async (page) => {
  await page.addInitScript(noteLayoutShifts);
  await signInForTheFirstTime(page);
  await opensOnWhatNeedsAPerson(page);
  await goesByKeyboardAlone(page);
  await lineAndChipsAreInStep(page);
  await saysWhatIsWrongWithTheLine(page);
  await zoomsByBrush(page);
  await takesWhatComesWithoutMoving(page);
  await choosesColumns(page);
  await keepsViews(page);
});

async function opensOnWhatNeedsAPerson(page) {
  await until('all that failed is listed', async () => (await rows(page).count()) === Number(FAILED));
  check('the oldest stands first', (await objects(page))[0].startsWith('failed.1 '));
  check('the line says so', (await line(page).inputValue()) === 'needs:person');
  await view(page, 'Needs a person').and(page.locator('[data-current=true]')).waitFor();
}

/** Not one click: choose, open, come back, filter, ask for help. */
async function goesByKeyboardAlone(page) {
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await cursorAt(page, 'failed.2');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await bulk(page).getByText('3 selected').waitFor();
  check('the changes pause', (await page.getByTestId('live').innerText()) === 'Paused');
  await page.keyboard.press('Escape');
  await bulk(page).waitFor({ state: 'detached' });

  await page.keyboard.press('Enter');
  await page.getByTestId('record-head').waitFor();
  await page.keyboard.press('Escape');
  await cursorAt(page, 'failed.4');
  await page.keyboard.press('k');
  await cursorAt(page, 'failed.3');

  await page.keyboard.press('/');
  check('the line has the focus', await line(page).evaluate((input) => input === document.activeElement));
  await page.keyboard.type('acti');
  await page.getByRole('option', { name: /^action:/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: /^delete/ }).waitFor();
  await page.keyboard.type('del');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await chip(page, 'action').getByText('Action: Delete').waitFor();
  await page.keyboard.press('Escape');
  check('Escape leaves the line', await line(page).evaluate((input) => input !== document.activeElement));
  check('which is written anew', (await line(page).inputValue()) === 'needs:person action:delete');
  await page.keyboard.press('Escape');
  await chip(page, 'action').waitFor({ state: 'detached' });

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function lineAndChipsAreInStep(page) {
  await filter(page, `status:failed,succeeded app:"${DIRECTORY}" opened>=-24h failed.1`);
  await chip(page, 'status').getByText('Status: Failed, Succeeded').waitFor();
  await chip(page, 'application').getByText(`Application: ${DIRECTORY}`).waitFor();
  await chip(page, 'opened').getByText('Opened: since 24 hours ago').waitFor();
  await chip(page, 'q').getByText('Text: failed.1').waitFor();
  check('the address has it too', new URL(page.url()).searchParams.getAll('status').join() === 'FAILED,SUCCEEDED');
  check('what needs a person is no longer asked for', (await chip(page, 'needs').count()) === 0);

  await chip(page, 'status').getByRole('button', { name: 'Status: Failed, Succeeded', exact: true }).click();
  await page.getByRole('dialog').getByLabel(/^Succeeded(?! \()/).uncheck();
  await lineSays(page, `status:failed app:"${DIRECTORY}" opened>=-24h failed.1`);
  await page.keyboard.press('Escape');
  await chip(page, 'q').getByRole('button', { name: /^Remove the filter/ }).click();
  await lineSays(page, `status:failed app:"${DIRECTORY}" opened>=-24h`);

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Action' }).click();
  await page.getByRole('dialog').getByLabel(/^Create/).check();
  await lineSays(page, `status:failed app:"${DIRECTORY}" action:create opened>=-24h`);
  await page.keyboard.press('Escape');
  await page.getByTestId('facet-failureKind').getByLabel('Refused').check();
  await lineSays(page, `status:failed failure:refused app:"${DIRECTORY}" action:create opened>=-24h`);
  await look(page, 'filters');

  // A person is found by user name, though nobody is listed anywhere.
  await filter(page, 'user:ming.li');
  await chip(page, 'user').getByText('User: ming.li').waitFor();
  await until('one task is the user\'s', async () => (await rows(page).count()) === 1);
  await page.reload();
  await lineSays(page, 'user:ming.li');
}

async function saysWhatIsWrongWithTheLine(page) {
  await filter(page, 'status:faild app:Nowhere');
  const problems = page.getByTestId('query-problems');
  await problems.getByText('“faild” is no value of status.').waitFor();
  await problems.getByText('Nothing is called Nowhere (app).').waitFor();
  check('the list stays as it was', (await rows(page).count()) === 1);
  await look(page, 'problems');
  await problems.getByRole('button', { name: 'Change to failed' }).click();
  check('what was changed is in the line', (await line(page).inputValue()) === 'status:failed app:Nowhere');
  await problems.getByRole('button', { name: 'Discard what was typed' }).click();
  await lineSays(page, 'user:ming.li');
  await problems.waitFor({ state: 'detached' });
}

async function zoomsByBrush(page) {
  await view(page, 'Everything').getByRole('link').click();
  await until('everything is listed', async () => (await page.getByText(`${ALL} records, newest first`).count()) === 1);
  const chart = page.getByRole('slider', { name: /^Records over time/ });
  const box = await chart.boundingBox();
  await page.mouse.move(box.x + box.width * 0.9, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, box.y + 20, { steps: 5 });
  await page.mouse.up();
  await chip(page, 'opened').waitFor();
  check('the address has the time', new URL(page.url()).searchParams.has('from'));
  await page.goBack();
  await chip(page, 'opened').waitFor({ state: 'detached' });

  await chart.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  check('it is said what is chosen', /records.* – .*records/.test(await chart.getAttribute('aria-valuetext')));
  await page.keyboard.press('Enter');
  await chip(page, 'opened').waitFor();
  await page.goBack();
  await chip(page, 'opened').waitFor({ state: 'detached' });
}

async function takesWhatComesWithoutMoving(page) {
  const before = await places(page);
  await page.evaluate(() => (window.shifts.length = 0));
  await ask('open 3 tasks');
  await page.getByTestId('new-rows').getByText('3 new').waitFor();
  await ask('cancel failed.1');
  await ask('cancel what waits');
  await until('the changed row is shown as it is now', async () => (await rows(page).filter({ hasText: 'Cancelled' }).count()) > 0);
  await until('the facets have counted it', async () => (await page.getByTestId('facet-status').innerText()).includes('Cancelled'));
  check('no row has moved', JSON.stringify(await places(page)) === JSON.stringify(before));
  const shifts = await page.evaluate(() => window.shifts);
  // A value that is new among the facets may take its place there; what is read must not move. Above 0.1 a shift counts as felt.
  check(`no row has shifted (${JSON.stringify(shifts)})`, !shifts.some(({ rows }) => rows));
  check(`nothing has shifted visibly (${JSON.stringify(shifts)})`, shifts.reduce((sum, { value }) => sum + value, 0) < 0.01);
  await look(page, 'new-rows');
  await page.getByTestId('new-rows').click();
  await rows(page).first().getByText('new.').waitFor();

  await rows(page).nth(2).getByRole('checkbox').check();
  await ask('open 3 tasks');
  await page.waitForTimeout(3000);
  check('nothing is announced while a row is selected', (await page.getByTestId('new-rows').count()) === 0);
  await page.keyboard.press('Escape');
  await page.getByTestId('new-rows').getByText('3 new').waitFor();

  // What comes last is simply put there: nothing moves for it.
  await view(page, 'Needs a person').getByRole('link').click();
  await until('what needs a person is listed', async () => (await objects(page))[0]?.startsWith('failed.2'));
  const count = await rows(page).count();
  await ask('open 3 tasks');
  await until('they stand at the end', async () => (await rows(page).count()) === count + 3);
  check('without a pill', (await page.getByTestId('new-rows').count()) === 0);
}

async function choosesColumns(page) {
  await page.getByRole('button', { name: 'Columns' }).click();
  const dialog = page.getByRole('dialog', { name: 'Columns' });
  await dialog.getByRole('checkbox', { name: 'Application' }).uncheck();
  await dialog.getByRole('button', { name: 'Move Status forward' }).click();
  await page.keyboard.press('Escape');
  check('the columns are those chosen', (await headers(page)).slice(0, 3).join() === 'Status,Opened,Object · user');
  await page.reload();
  await rows(page).first().waitFor();
  check('also next time', (await headers(page)).slice(0, 3).join() === 'Status,Opened,Object · user');
  await page.getByRole('columnheader', { name: 'Opened' }).getByRole('button').click();
  await lineSays(page, 'needs:person order:newest');
  check('the order is said', (await page.getByRole('columnheader', { name: 'Opened' }).getAttribute('aria-sort')) === 'descending');
  await view(page, 'Needs a person').getByRole('link').click();
}

async function keepsViews(page) {
  await filter(page, 'needs:person action:create');
  await page.getByRole('button', { name: 'Save as a view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save these filters and columns as a view' });
  await dialog.getByLabel('Name').fill('Failed creations');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  const own = view(page, 'Failed creations');
  await own.and(page.locator('[data-current=true]')).waitFor();

  await chip(page, 'action').getByRole('button', { name: /^Remove the filter/ }).click();
  await own.getByLabel('Changed since it was saved').waitFor();
  await own.getByRole('button', { name: 'What can be done with this view' }).click();
  await page.getByRole('menuitem', { name: 'Back to what was saved' }).click();
  await lineSays(page, 'needs:person action:create');
  await own.getByRole('button', { name: 'What can be done with this view' }).click();
  await page.getByRole('menuitem', { name: 'Open the log with it' }).click();
  await own.getByLabel('Your start view').waitFor();
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Applications' }).click();
  await page.getByRole('heading', { name: 'Applications' }).waitFor();
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Synchronization log' }).click();
  await lineSays(page, 'needs:person action:create');
  check('with its columns', (await headers(page))[0] === 'Status');

  await own.getByRole('button', { name: 'What can be done with this view' }).click();
  await page.getByRole('menuitem', { name: 'Rename or share' }).click();
  const rename = page.getByRole('dialog', { name: 'Rename or share the view Failed creations' });
  await rename.getByLabel('Name').fill('Creations that failed');
  await rename.getByLabel('Share it').check();
  await look(page, 'view-dialog');
  await rename.getByRole('button', { name: 'Save' }).click();
  const renamed = view(page, 'Creations that failed');
  await renamed.getByLabel('Shared').waitFor();
  await renamed.getByRole('button', { name: 'What can be done with this view' }).click();
  await page.getByRole('menuitem', { name: 'Delete the view' }).click();
  await page.getByRole('dialog', { name: 'Delete the view Creations that failed' }).getByTestId('confirm').click();
  await renamed.waitFor({ state: 'detached' });
  await view(page, 'Needs a person').and(page.locator('[data-current=true]')).waitFor();
}

// ── words ────────────────────────────────────────────────────────────────────

function rows(page) {
  return page.getByTestId('row');
}

function line(page) {
  return page.getByLabel('Filter the log');
}

function chip(page, filter) {
  return page.locator(`[data-testid=chip][data-filter=${filter}]`);
}

function view(page, name) {
  return page.getByTestId('view').filter({ has: page.getByRole('link', { name: new RegExp(`${name}( Changed.*)?$`) }) });
}

function bulk(page) {
  return page.getByTestId('bulk-bar');
}

function objects(page) {
  return page.locator('[data-testid=row] [data-column=object]').allInnerTexts();
}

async function headers(page) {
  return (await page.getByRole('columnheader').allInnerTexts()).filter((text) => text !== '');
}

async function filter(page, text) {
  await line(page).fill(text);
  await line(page).press('Enter');
}

function lineSays(page, text) {
  return until(`the line says "${text}"`, async () => (await line(page).inputValue()).trimEnd() === text);
}

function cursorAt(page, name) {
  return until(`the cursor is at ${name}`, async () => (await page.locator('[data-cursor=true] [data-column=object]').allInnerTexts()).some((text) => text.split(' ')[0] === name));
}

/** Which row stands where. */
function places(page) {
  return rows(page).evaluateAll((all) => all.slice(0, 12).map((row) => [row.dataset.id, Math.round(row.getBoundingClientRect().top)]));
}

/** What moves without the reader having done anything: the browser tells (Layout Instability API). */
function noteLayoutShifts() {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) {
      if (!shift.hadRecentInput) {
        window.shifts.push({ value: shift.value, rows: shift.sources.some(({ node }) => node?.parentElement?.closest('[role=grid]')), nodes: shift.sources.map(({ node }) => node?.outerHTML?.slice(0, 200) ?? String(node?.textContent)) });
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
