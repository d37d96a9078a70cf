import { check } from '../page.mjs';

/** Ids of things to look at: those the story prepared, and the first of each kind that the demo has. */
export async function idsFor(page) {
  const list = async (path) => (await (await page.request.get(`/api/v1${path}`)).json()).items;
  const first = async (path, fits = () => true) => {
    const found = (await list(path)).find(fits);
    check(`there is something in ${path}`, found !== undefined);
    return found.id;
  };
  const application = process.env.APPLICATION;
  const { id: user } = (await list('/users?q=ming.portal'))[0];
  const task = async (source) => (await list(`/tasks?limit=50&source=${source}`)).find(({ cause }) => cause?.id).cause.id;
  return {
    ...process.env,
    application,
    user,
    night: await first('/users?q=anna.night'),
    account: await first(`/accounts?userId=${user}`),
    directory: await first('/applications', ({ name }) => name === 'Directory'),
    organization: await first('/organizations'),
    failureGroup: await first('/failure-groups'),
    policy: await first('/policies', ({ name }) => name === 'Sales staff'),
    batch: await first('/batches'),
    expiry: await task('PERMISSION_EXPIRY'),
    release: await task('SELF_SERVICE_DEPROVISIONING'),
    rule: await first('/compliance/rules'),
    execution: await first('/compliance/executions'),
    finding: await first('/account-policies/findings', ({ status }) => status === 'HELD' || status === 'OPEN'),
    breach: await first('/compliance/findings'),
    ready: await uploaded(page, application),
    view: await savedView(page),
  };
}

/** A batch that waits to be run, with a good and a bad row. */
async function uploaded(page, application) {
  const csv = 'userName,displayName,email\nlee.new,Lee New,lee@example.com\n,Nobody,\n';
  const answer = await page.request.post('/api/v1/imports', {
    headers: { 'X-Syncline': '1' },
    multipart: { applicationId: application, options: '{"existing":"SKIP","createUsers":true}', file: { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) } },
  });
  return (await answer.json()).id;
}

/** The address of a view that belongs to who looks. */
async function savedView(page) {
  const address = '/log?view=all&status=FAILED&columns=opened&columns=failure';
  const answer = await page.request.post('/api/v1/views', { headers: { 'X-Syncline': '1' }, data: { name: 'All that failed', address, shared: true } });
  return `${address}&saved=${(await answer.json()).id}`;
}
