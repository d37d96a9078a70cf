import type { TFunction } from 'i18next';
import type { AccessRequest, RequestItem } from '../api/access';
import { list } from '../ui/format';

/** What is asked for, in a few words. */
export function itemWords(item: { permissionName: string | null }, t: TFunction): string {
  return item.permissionName ?? t('requests.account');
}

/** "Directory: account, staff"; a package by its name. */
export function subjectWords(request: AccessRequest, t: TFunction): string {
  return request.packageId
    ? t('requests.package', { name: request.subjectName })
    : `${request.subjectName}: ${list(request.items.map((item) => itemWords(item, t)))}`;
}

/** Things by the application they belong to, in the order given. */
export function byApplication<T extends Pick<RequestItem, 'applicationName'>>(items: T[]): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    groups.set(item.applicationName, [...(groups.get(item.applicationName) ?? []), item]);
  }
  return [...groups];
}
