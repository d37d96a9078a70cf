// The log list: by keyboard alone, filters as line and as chips, the histogram, what comes while one looks, views, the file of what
// is shown, the plan for all of it, and times as the clock is set.
// Started by LogConsoleStoryTest of the server, which makes the tasks and does what ASK says.
import { readFile } from 'node:fs/promises';
import { ask, check, inBrowser, look, signInForTheFirstTime, until } from './page.mjs';

const { DIRECTORY, FAILED, ALL } = process.env;

/** Where the reader sits: eight hours ahead of UTC all the year, so that no time is right by chance. */
const ZONE = { timezoneId: 'Asia/Shanghai' };
const AHEAD = 8 * 3_600_000;

let opened = 0;

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
  await exports(page);
  await plansForEverything(page);
  await saysTimesAsTheClockIsSet(page);
}, ZONE);

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
  await openThree();
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
  await openThree();
  await page.waitForTimeout(3000);
  check('nothing is announced while a row is selected', (await page.getByTestId('new-rows').count()) === 0);
  await page.keyboard.press('Escape');
  await page.getByTestId('new-rows').getByText('3 new').waitFor();

  // What comes last is simply put there: nothing moves for it.
  await view(page, 'Needs a person').getByRole('link').click();
  await until('what needs a person is listed', async () => (await objects(page))[0]?.startsWith('failed.2'));
  const count = await rows(page).count();
  await openThree();
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

/** The file has what the list shows, in its order: everything there is, and what a filter leaves. */
async function exports(page) {
  await view(page, 'Everything').getByRole('link').click();
  await lineSays(page, '');
  const total = Number(ALL) + opened;
  await page.getByText(`${total} records, newest first`).waitFor();
  await until('the newest stands first', async () => names(await objects(page))[0] === `new.${opened}`);
  const shown = names(await objects(page));
  const everything = await download(page, 'CSV', total);
  check(`the file has all ${total} rows, not ${everything.length}`, everything.length === total);
  check(`in the order of the list (${everything.slice(0, 5)})`, everything.slice(0, shown.length).join() === shown.join());

  await filter(page, 'needs:person action:delete order:newest');
  await until('the failed deletions are listed, the newest first', async () => names(await objects(page)).join() === 'failed.12,failed.9,failed.6,failed.3');
  for (const format of ['CSV', 'JSON Lines']) {
    const rows = await download(page, format, 4);
    check(`what the filter shows as ${format} (${rows})`, rows.join() === 'failed.12,failed.9,failed.6,failed.3');
  }
}

/** A repair of many begins with a plan; here only that it is for what was chosen. */
async function plansForEverything(page) {
  await filter(page, 'needs:person failure:refused');
  await chip(page, 'failureKind').waitFor();
  const count = Number(FAILED) / 2;
  await until('only those are listed', async () => names(await objects(page)).every((name) => Number(name.split('.')[1]) % 2 === 0));
  await page.getByText(`${count} records need a person, oldest first`).waitFor();
  await rows(page).first().getByRole('checkbox').check();
  await bulk(page).getByText('1 selected').waitFor();
  await bulk(page).getByRole('button', { name: `Select everything that matches (${count})` }).click();
  await bulk(page).getByText(`Everything that matches is selected (${count})`).waitFor();
  await look(page, 'bulk');
  const asked = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/v1/repairs'));
  await bulk(page).getByRole('button', { name: 'Retry' }).click();
  const body = (await asked).postDataJSON();
  check(`the plan is asked for by filter (${JSON.stringify(body)})`, body.action === 'RETRY' && body.filter.failureKind.join() === 'REFUSED' && body.filter.view === 'attention');
  await page.waitForURL(/\/repairs\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { name: `Retry ${count} tasks` }).waitFor();
  await page.getByTestId('planned').getByText('No task was changed yet.').waitFor();
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Synchronization log' }).click();
  await until('what needs a person is listed', async () => (await objects(page))[0]?.startsWith('failed.2'));
}

async function saysTimesAsTheClockIsSet(page) {
  const first = rows(page).first().locator('[data-column=opened]');
  const at = Date.parse(await first.locator('time').getAttribute('datetime'));
  await setClock(page, 'Local time');
  await until('the list has the time of where the reader sits', async () => (await first.innerText()) === wallClock(at + AHEAD));
  check('the axis too', !(await page.getByTestId('histogram').innerText()).includes('Z'));
  await filter(page, 'opened:2026-02-28');
  await lineSays(page, 'opened>=2026-02-28 opened<2026-03-01');
  check('a day begins where the reader sits', from(page) === '2026-02-27T16:00:00.000Z');

  await setClock(page, 'UTC');
  await lineSays(page, 'opened>=2026-02-27T16:00 opened<2026-02-28T16:00');
  await chip(page, 'opened').getByText('2026-02-27 16:00Z to 2026-02-28 16:00Z').waitFor();
  await filter(page, 'opened:2026-02-28');
  await lineSays(page, 'opened>=2026-02-28 opened<2026-03-01');
  check('a day is one of UTC', from(page) === '2026-02-28T00:00:00.000Z');
  await view(page, 'Needs a person').getByRole('link').click();
  await until('the list has UTC', async () => (await first.innerText()) === `${wallClock(at)}Z`);
  check('the axis too', (await page.getByTestId('histogram').innerText()).includes('Z'));
  await look(page, 'utc');
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

/** The names alone, without those of the users. */
function names(objects) {
  return objects.map((text) => text.split(' ')[0]);
}

async function openThree() {
  await ask('open 3 tasks');
  opened += 3;
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

/** Exports what is shown; the objects of the file, row by row. */
async function download(page, format, count) {
  await page.getByRole('button', { name: 'Export' }).click();
  const begun = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: format }).click();
  const file = await begun;
  await page.getByTestId('export-done').filter({ hasText: `${count} records in ${file.suggestedFilename()}.` }).waitFor();
  const text = await readFile(await file.path(), 'utf8');
  return format === 'CSV' ? objectsOfCsv(text) : text.trimEnd().split('\n').map((line) => JSON.parse(line).object.name);
}

/** No cell before the object's needs quotation marks here. */
function objectsOfCsv(text) {
  const [head, ...lines] = text.trimEnd().split('\r\n');
  return lines.map((line) => line.split(',')[head.split(',').indexOf('object')]);
}

async function setClock(page, style) {
  await page.getByRole('button', { name: 'Times' }).click();
  await page.getByRole('menuitem', { name: style }).click();
}

/** 2026-11-22 18:18:38 */
function wallClock(at) {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

function from(page) {
  return new URL(page.url()).searchParams.get('from');
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
