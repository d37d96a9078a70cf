import type { Application, Connector, Mapping } from '../api/directory';

/** An application as the editor holds it: everything the server takes, secrets only when they were typed. */
export interface ApplicationForm {
  name: string;
  connector: string;
  settings: Record<string, string>;
  /** Typed anew: a value replaces the sealed one, null removes it, what is absent stays. */
  secrets: Record<string, string | null>;
  dataSynchronization: boolean;
  changeTracking: boolean;
  callback: { enabled: boolean; deadlineSeconds: number };
  retry: { maxAttempts: number; firstDelayMs: number; maxDelayMs: number };
  limits: { maxConcurrency: number; ratePerSecond: number | null; requestTimeoutMs: number };
  maskedAttributes: string[];
  personalAttributes: string[];
  publicAttributes: string[];
  accountNameExpression: string;
  mappings: Mapping[];
}

export function formOf(application: Application): ApplicationForm {
  const { name, connector, settings, dataSynchronization, changeTracking, callback, retry, limits, maskedAttributes, personalAttributes, publicAttributes, accountNameExpression, mappings } = application;
  return {
    name,
    connector,
    settings,
    secrets: {},
    dataSynchronization,
    changeTracking,
    callback: { enabled: callback.enabled, deadlineSeconds: callback.deadlineSeconds },
    retry,
    limits,
    maskedAttributes,
    personalAttributes,
    publicAttributes,
    accountNameExpression,
    mappings,
  };
}

/** A new application with what most want: the defaults of the server and of the connector. */
export function newForm(connector: Connector): ApplicationForm {
  return {
    name: '',
    connector: connector.name,
    settings: Object.fromEntries(connector.fields.filter((field) => field.kind !== 'SECRET' && field.defaultValue !== null).map((field) => [field.name, field.defaultValue as string])),
    secrets: {},
    dataSynchronization: true,
    changeTracking: false,
    callback: { enabled: false, deadlineSeconds: 86_400 },
    retry: { maxAttempts: 8, firstDelayMs: 2_000, maxDelayMs: 3_600_000 },
    limits: { maxConcurrency: 8, ratePerSecond: null, requestTimeoutMs: 10_000 },
    maskedAttributes: [],
    personalAttributes: [],
    publicAttributes: [],
    accountNameExpression: 'user.userName',
    mappings: connector.attributes
      .filter((attribute) => attribute.required)
      .map((attribute) => ({ objectType: 'ACCOUNT', target: attribute.name, expression: '', secret: attribute.secret })),
  };
}

/** What is sent: settings and mappings that are empty are not there. */
export function bodyOf(form: ApplicationForm): ApplicationForm {
  return {
    ...form,
    name: form.name.trim(),
    settings: Object.fromEntries(Object.entries(form.settings).filter(([, value]) => value !== '')),
    mappings: form.mappings.filter((mapping) => mapping.target.trim() !== '' || mapping.expression.trim() !== ''),
  };
}

export interface PartProps {
  form: ApplicationForm;
  onChange: (part: Partial<ApplicationForm>) => void;
  errors: Record<string, string>;
}
