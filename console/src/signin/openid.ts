import type { OpenIdSettings } from '../api/signin';

/** What the form holds: lists as they are typed, and the secret only when one was typed. */
export interface OpenIdValues {
  enabled: boolean;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  scopes: string;
  nameClaim: string;
  roleClaim: string;
  roleMapping: OpenIdSettings['roleMapping'];
  unknownPeople: OpenIdSettings['unknownPeople'];
  userClaim: string;
  userAttribute: OpenIdSettings['userAttribute'];
}

export const valuesOf = (settings: OpenIdSettings): OpenIdValues => ({
  enabled: settings.enabled,
  name: settings.name,
  issuer: settings.issuer,
  clientId: settings.clientId,
  clientSecret: '',
  scopes: settings.scopes.join(' '),
  nameClaim: settings.nameClaim,
  roleClaim: settings.roleClaim ?? '',
  roleMapping: settings.roleMapping,
  unknownPeople: settings.unknownPeople,
  userClaim: settings.userClaim ?? '',
  userAttribute: settings.userAttribute,
});

/** What is sent: a secret that was not typed stays as it is. */
export const bodyOf = ({ clientSecret, scopes, ...values }: OpenIdValues) => ({
  ...values,
  scopes: scopes.split(/\s+/).filter((scope) => scope !== ''),
  ...(clientSecret === '' ? {} : { clientSecret }),
});
