/** What is done on a page before it is looked at. Each act is called with the page and with what says the console's texts. */

const named = (t, [key, values]) => ({ name: t(key, values), exact: true });

export const press = (...key) => (page, t) => page.getByRole('button', named(t, key)).first().click();

export const pressInDialog = (...key) => (page, t) => page.getByRole('dialog').getByRole('button', named(t, key)).first().click();

/** Of a menu that a button opens. */
export const pick = (button, item) => async (page, t) => {
  await press(...button)(page, t);
  await page.getByRole('menuitem', named(t, item)).click();
};

/** The first option that has this text, or any. The combobox is found by its label within the dialog, if there is one. */
export const choose = (label, text) => async (page, t) => {
  const dialog = page.getByRole('dialog');
  const place = (await dialog.count()) > 0 ? dialog : page.getByRole('main');
  const field = place.locator('input').and(place.getByLabel(t(label))).first();
  await field.click();
  if (text) {
    await field.fill(text);
  }
  await page.getByRole('option').filter({ hasText: text ?? /./ }).first().click();
};

export const fill = (label, text) => (page, t) => page.getByRole('textbox', { name: t(label) }).first().fill(text);

/** A switch by its label; where there are several of one kind, the first. */
export const turn = (...key) => (page, t) => page.getByRole('switch', key.length > 0 ? { name: t(...key) } : {}).first().click({ force: true });

export const open = (selector) => (page) => page.locator(selector).first().click();

export const all = (...acts) => async (page, t) => {
  for (const act of acts) {
    await act(page, t);
  }
};
