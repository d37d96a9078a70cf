import { createRequire } from 'node:module';

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** WCAG 2.2 at the levels A and AA, as axe names what it tests of it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Rules that are not asked, each with the reason. */
const EXEMPT = {};

export const withAxe = (context) => context.addInitScript({ path: SOURCE });

/** What axe finds wrong, a line for each rule and element. @param within a selector; the whole page without it */
export async function violations(page, within) {
  const found = await page.evaluate(
    async ([tags, exempt, place]) => {
      const rules = Object.fromEntries(exempt.map((rule) => [rule, { enabled: false }]));
      const { violations } = await globalThis.axe.run(place ?? document, { runOnly: tags, rules, resultTypes: ['violations'] });
      return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html, target, any, all, none }) => ({ html, target, why: [...any, ...all, ...none].map(({ message }) => message) })) }));
    },
    [TAGS, Object.keys(EXEMPT), within],
  );
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html, target, why }) => `${id}: ${help}\n    ${target.join(' ')}\n    ${html.slice(0, 300)}\n    ${why.join(' ')}`));
}
