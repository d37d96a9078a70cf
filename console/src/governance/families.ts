import type { Finding, Kind, Remedy } from '../api/governance';

/** The two families differ in where things are, what they are called and what they look for; nothing else. */
export const FAMILIES = {
  'account-policies': {
    checks: '/account-policies',
    runs: '/account-policies/runs',
    findings: '/account-policies/findings',
    kinds: ['DORMANT', 'ORPHAN', 'DUPLICATE'] as Kind[],
    remedies: ['NOTIFY', 'DISABLE', 'DELETE'] as Remedy[],
  },
  compliance: {
    checks: '/compliance/rules',
    runs: '/compliance/executions',
    findings: '/compliance/findings',
    kinds: ['SEPARATION_OF_DUTIES', 'FORBIDDEN_GRANT', 'UNJUSTIFIED_GRANT'] as Kind[],
    remedies: ['NOTIFY', 'UNBIND', 'DISABLE', 'DELETE'] as Remedy[],
  },
} as const;

export type Family = keyof typeof FAMILIES;

/** The family an address names; an unknown one is shown as compliance, whose server then says what is not there. */
export const familyOf = (name: string): Family => (name === 'account-policies' ? name : 'compliance');

export const familyOfFinding = (finding: Finding): Family => (finding.family === 'ACCOUNT_POLICY' ? 'account-policies' : 'compliance');

/** What everything of a family is read anew after. */
export const pathsOf = (family: Family) => [FAMILIES[family].checks, FAMILIES[family].runs, FAMILIES[family].findings, '/account-policies/findings', '/tasks'];

/** What may be done about a finding of a kind. */
export function remediesFor(finding: Finding): Remedy[] {
  switch (finding.kind) {
    case 'UNJUSTIFIED_PERMISSION':
      return ['UNBIND'];
    case 'SEPARATION_OF_DUTIES':
    case 'FORBIDDEN_GRANT':
      return ['UNBIND', 'DISABLE', 'DELETE'];
    case 'DORMANT':
    case 'NOT_KNOWN_HERE':
    case 'WITHOUT_USER':
    case 'DUPLICATE':
    case 'UNJUSTIFIED_ACCOUNT':
      return ['DISABLE', 'DELETE'];
  }
}

/** Whether a decision may still be made about it. */
export const isOpen = ({ status }: Finding) => status === 'OPEN' || status === 'HELD' || status === 'PASSED';
