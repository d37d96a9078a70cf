/**
 * Where axe looks: every route of the router with an address that shows something, and on it what opens. A file of src that makes a dialog
 * is named where its dialog opens; the story fails for a route or such a file without a place here.
 */
import { all, choose, fill, open, pick, press, pressInDialog, turn } from './acts.mjs';

/** Routes that show nothing, each with the reason. */
export const WITHOUT_A_PAGE = {
  '/': 'leads to the dashboard',
  '/portal': 'leads to the own access',
  '/sign-in': 'is looked at before anybody is signed in',
};

/** Dialogs that no act on a page opens, each with the story that looks at it. */
export const LOOKED_AT_ELSEWHERE = {
  'session/SignInAgain.tsx': 'notifications.mjs',
};

/**
 * @param route as the router writes it
 * @param opens what opens on the page, each by its act: a dialog, which is looked at by itself, or with `page` the page as it is then
 */
const place = (route, address, opens = []) => ({ route, address, opens });
const dialog = (file, ...acts) => ({ file, act: all(...acts) });
const page = (what, ...acts) => ({ page: what, act: all(...acts) });

const tabs = (route, address, names) => names.map((name) => place(route, `${address}?tab=${name}`));

export const forAdministrators = (ids) => [...ofTheLog(ids), ...ofAccess(ids), ...ofPeople(ids), ...ofPolicies(ids), ...ofRequests(ids), ...ofTheRest(ids)];

const ofTheLog = (ids) => {
  const record = (id, show, file, ...opens) => place('/log/$taskId', `/log/${id}?show=${show}`, [dialog(file), ...opens]);
  return [
    place('/dashboard', '/dashboard'),
    place('/log', '/log?view=all', [
      dialog('synclog/ShortcutHelp.tsx', press('synclog.shortcuts')),
      dialog('synclog/views/ViewDialog.tsx', pick(['loglist.view.menu'], ['loglist.view.saveAs'])),
      page('with rows chosen', open('[role=grid] [role=columnheader] input')),
    ]),
    place('/log', '/log?view=all', [page('with the filters to add', press('loglist.chip.add'))]),
    place('/log', '/log?view=all&q=nothing-is-called-so'),
    place('/log', ids.view, [dialog('synclog/views/DeleteViewDialog.tsx', pick(['loglist.view.menu'], ['loglist.view.delete']))]),
    place('/log/$taskId', `/log/${ids.CREATION}`),
    place('/log/$taskId', `/log/${ids.CREATION}?compare=kind`),
    record(ids.DELETION, 'confirm', 'synclog/dialogs/ConfirmTaskDialog.tsx'),
    record(ids.CREATION, 'retry', 'synclog/dialogs/RetryDialog.tsx'),
    record(ids.CREATION, 'modify', 'synclog/dialogs/ModifyDialog.tsx', page('as JSON', (one) => one.getByRole('tab', { name: 'JSON' }).click())),
    record(ids.CREATION, 'cancel', 'synclog/dialogs/CancelDialog.tsx'),
    record(ids.DETAILS, 'details', 'synclog/dialogs/PermissionDetailsDialog.tsx'),
    place('/failures', '/failures'),
    place('/failures/$groupId', `/failures/${ids.failureGroup}`, [dialog('failures/DecideDialog.tsx', press('failures.own'))]),
    place('/repairs', '/repairs'),
    place('/repairs/$repairId', `/repairs/${ids.PLAN}`, [
      dialog('repairs/RunDialog.tsx', press('repairs.run')),
      dialog('repairs/CancelDialog.tsx', press('repairs.discard')),
    ]),
    place('/repairs/$repairId', `/repairs/${ids.PAUSED}`, [dialog('repairs/ResumeDialog.tsx', press('repairs.resume'))]),
  ];
};

const ofAccess = (ids) => {
  const application = (name, ...opens) => place('/applications/$applicationId', `/applications/${ids.application}?tab=${name}`, opens);
  return [
    place('/applications', '/applications'),
    place('/applications/new', '/applications/new', [page('with a connector', choose('applications.connector'))]),
    place('/applications/$applicationId', `/applications/${ids.directory}`),
    application('settings', dialog('applications/ApplicationPage.tsx', press('common.delete'))),
    application('policy', page('with one of its own', turn('lifecycle.policy.own'))),
    application(
      'permissions',
      dialog('permissions/PermissionDialog.tsx', press('permissions.create')),
      dialog('permissions/PermissionsPanel.tsx', press('permissions.deleteOf', { name: 'staff' })),
    ),
    application('access', page('with steps of its own', turn('requests.ownRule'))),
    application('accounts'),
    application('records'),
    application('reconciliation', dialog('reconciliation/StartDialog.tsx', press('reconciliation.read'))),
    place('/reconciliations/$runId', `/reconciliations/${ids.RECONCILIATION}?type=ACCOUNT&kind=UNKNOWN`, [
      dialog('reconciliation/FindingDialog.tsx', open('[role=grid] [role=gridcell] button')),
      dialog('reconciliation/ActAllDialog.tsx', press('reconciliation.all.KEEP', { count: 2, number: '2' })),
    ]),
    place('/applications/$applicationId', `/applications/${ids.directory}?tab=structure`, [dialog('structure/StructurePanel.tsx', turn())]),
    place('/accounts', '/accounts', [dialog('accounts/CreateAccountDialog.tsx', press('accounts.create'), choose('applications.one', 'Directory'))]),
    place('/accounts/$accountId', `/accounts/${ids.account}`, [
      dialog('accounts/EditAccountDialog.tsx', press('common.edit')),
      dialog('accounts/PermissionsDialog.tsx', press('permissions.many')),
      dialog('accounts/AccountDialogs.tsx', press('common.delete')),
    ]),
    place('/imports', '/imports'),
    place('/imports/new', '/imports/new'),
    place('/imports/provision', '/imports/provision', [
      dialog('imports/ProvisionPage.tsx', choose('applications.one', 'Collaboration'), press('imports.count.preview'), press('imports.provisionButton')),
    ]),
    place('/imports/users', '/imports/users'),
    place('/imports/$batchId', `/imports/${ids.batch}`),
    place('/imports/$batchId', `/imports/${ids.ready}`, [
      dialog('imports/RunDialog.tsx', press('imports.run')),
      dialog('imports/CancelBatchDialog.tsx', press('imports.cancel')),
    ]),
  ];
};

const ofPeople = (ids) => [
  place('/users', '/users', [dialog('users/UserDialog.tsx', press('users.create'))]),
  place('/users/$userId', `/users/${ids.user}`, [
    dialog('lifecycle/StatusDialog.tsx', press('common.delete')),
    dialog('lifecycle/UserPermissionsDialog.tsx', press('permissions.change')),
  ]),
  place('/users/$userId', `/users/${ids.night}`, [dialog('users/PortalInvitation.tsx', open('main button:has(svg.tabler-icon-door-enter)'))]),
  place('/organizations', '/organizations', [
    dialog('settings/OrganizationDialog.tsx', press('organizations.create')),
    dialog('settings/OrganizationsPage.tsx', open('main button:has(svg.tabler-icon-trash)')),
  ]),
  place('/organizations/$organizationId', `/organizations/${ids.organization}`),
  place('/groups', '/groups', [dialog('groups/GroupDialog.tsx', press('groups.create'))]),
  place('/groups/$groupId', `/groups/${ids.GROUP}`, [
    dialog('groups/AddMembersDialog.tsx', press('groups.add')),
    dialog('groups/AddMembersDialog.tsx', press('groups.add'), choose('users.one', 'ming.portal')),
    dialog('groups/GroupPage.tsx', press('common.delete')),
    dialog('groups/Members.tsx', press('groups.removeOf', { name: 'Anna Berg' })),
  ]),
  place('/my-sign-in', '/my-sign-in', [dialog('signin/SecondFactorDialog.tsx', press('signin.setUp'))]),
  place('/settings/sign-in', '/settings/sign-in', [page('with roles by claim', fill('signin.openid.roleClaim', 'groups'), press('signin.addMapping'))]),
  place('/settings', '/settings', [
    dialog('settings/TokenDialog.tsx', press('settings.createToken')),
    dialog('settings/Tokens.tsx', press('settings.revoke')),
    dialog('settings/KeysSection.tsx', press('keys.rotate')),
    dialog('modules/ModulesSection.tsx', turn('modules.identityGovernance')),
  ]),
  place('/settings/retention', '/settings/retention', [
    dialog('retention/PeriodDialog.tsx', press('retention.editOf', { name: 'Company mail' }), fill('retention.kept.auditDays', '30')),
    dialog('retention/AsTheRestDialog.tsx', press('retention.asTheRestOf', { name: 'Company mail' })),
    dialog('retention/HoldDialog.tsx', press('retention.place')),
    dialog('retention/LiftDialog.tsx', press('retention.lift')),
    dialog('retention/EraseDialog.tsx', press('retention.erase'), choose('retention.person', 'ming.portal')),
  ]),
  place('/settings/integrity', '/settings/integrity'),
  place('/settings/audit', '/settings/audit', [dialog('audit/AuditDialog.tsx', open('[role=grid] [data-testid=row] button'))]),
  place('/proposals', '/proposals', [dialog('foureyes/DecideDialog.tsx', press('foureyes.decline'))]),
  place('/settings/people', '/settings/people', [
    dialog('people/PersonDialog.tsx', press('rights.make')),
    dialog('people/NewPasswordDialog.tsx', press('rights.newPassword')),
    dialog('people/SignInDialog.tsx', press('signin.settings')),
  ]),
];

const ofPolicies = (ids) => {
  const policy = (name, ...opens) => place('/policies/$policyId', `/policies/${ids.policy}?tab=${name}`, opens);
  return [
    place('/policies', '/policies', [dialog('policies/EnableDialog.tsx', turn())]),
    place('/policies/new', '/policies/new', [
      dialog('policies/MatchingUsers.tsx', fill('policies.condition', 'organization.code == "SALES"'), press('policies.listUsers')),
    ]),
    policy('policy', page('with its simulation', press('policies.simulate')), dialog('policies/PolicyPage.tsx', press('common.delete'))),
    policy('versions'),
    policy('runs'),
    policy('problems'),
    place('/packages', '/packages', [
      dialog('packages/PackageDialog.tsx', press('packages.create')),
      dialog('requests/PackageApproval.tsx', open('[role=grid] [data-testid=row] button'), pressInDialog('requests.approval')),
    ]),
    ...tabs('/governance/account-policies', '/governance/account-policies', ['checks', 'findings', 'runs']),
    ...tabs('/governance/compliance', '/governance/compliance', ['checks', 'findings', 'runs']),
    place('/governance/$family/new', '/governance/account-policies/new'),
    place('/governance/$family/new', '/governance/compliance/new'),
    ...tabs('/governance/$family/$checkId', `/governance/compliance/${ids.rule}`, ['findings', 'runs']),
    place('/governance/$family/$checkId', `/governance/account-policies/${ids.POLICY_HELD}?tab=settings`, [dialog('governance/CheckPage.tsx', press('common.delete'))]),
    place('/governance/$family/runs/$runId', `/governance/compliance/runs/${ids.execution}`),
    place('/governance/$family/runs/$runId', `/governance/account-policies/runs/${ids.RUN_HELD}`, [dialog('governance/RunPage.tsx', press('governance.release'))]),
    place('/governance/findings/$findingId', `/governance/findings/${ids.breach}`),
    place('/governance/findings/$findingId', `/governance/findings/${ids.finding}`, [dialog('governance/DecisionDialog.tsx', press('governance.remediate'))]),
  ];
};

const ofRequests = (ids) => [
  ...tabs('/requests', '/requests', ['all', 'endingSoon', 'hasEnded', 'rules']),
  place('/requests/$requestId', `/requests/${ids.REQUEST}`, [dialog('requests/DecisionDialog.tsx', press('requests.decision.comments.button'))]),
  place('/requests/expiries/$expiryId', `/requests/expiries/${ids.expiry}`),
  place('/requests/releases/$releaseId', `/requests/releases/${ids.release}`),
];

const ofTheRest = (ids) => [
  ...tabs('/notifications', '/notifications', ['alerts', 'rules', 'channels']),
  place('/notifications', '/notifications?tab=deliveries', [dialog('notifications/DeliveryDialog.tsx', open('[role=grid] [data-testid=row] button'))]),
  place('/notifications/rules/new', '/notifications/rules/new'),
  place('/notifications/rules/$ruleId', `/notifications/rules/${ids.RULE}`, [
    dialog('notifications/MuteDialog.tsx', press('notifications.mute')),
    dialog('notifications/RulePage.tsx', press('common.delete')),
  ]),
  place('/notifications/channels/new', '/notifications/channels/new'),
  place('/notifications/channels/$channelId', `/notifications/channels/${ids.CHANNEL}`, [dialog('notifications/ChannelPage.tsx', press('common.delete'))]),
];

export const forUsers = (ids) => [
  place('/portal/access', '/portal/access', [
    dialog('portal/ProlongDialog.tsx', press('portal.prolong')),
    dialog('portal/ReleaseDialog.tsx', open('main [data-testid=account-card] input[type=checkbox]:enabled'), press('portal.release', { count: 1 })),
  ]),
  place('/portal/sign-in', '/portal/sign-in'),
  place('/portal/request', '/portal/request', [page('with something chosen', open('[data-testid=offer] button:enabled'))]),
  place('/portal/requests', '/portal/requests'),
  place('/portal/requests/$requestId', `/portal/requests/${ids.REQUEST}`),
  place('/portal/approvals', '/portal/approvals', [dialog('requests/DecisionDialog.tsx', press('requests.decision.reject.button'))]),
];
