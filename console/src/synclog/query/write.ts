import { isRelative, writeInstant, type Zone } from '../moments';
import { needsAPerson, type LogSearch } from '../search';
import { FIELDS, type Field } from './fields';
import { nameOf, type Names } from './names';
import { quoted, quotedWord } from './syntax';

/** The filters of a view as the query line; reading it gives the same filters. */
export function writeQuery(search: LogSearch, names: Names, zone: Zone): string {
  const words = search.q?.split(/\s+/).filter(Boolean).map(quotedWord) ?? [];
  return [...FIELDS.flatMap((field) => terms(field, search, names, zone)), ...words].join(' ');
}

function terms(field: Field, search: LogSearch, names: Names, zone: Zone): string[] {
  switch (field.kind) {
    case 'word':
      return field.name === 'needs' ? (needsAPerson(search) ? ['needs:person'] : []) : search.order ? [`order:${search.order}`] : [];
    case 'constants':
      return listed(field.name, search[field.filter], (value) => value.toLowerCase());
    case 'named':
      return listed(field.name, search[field.filter], (id) => quoted(nameOf(names, field.filter, id) ?? id));
    case 'id':
    case 'text':
      return listed(field.name, search[field.filter], quoted);
    case 'time':
      return [bound('>=', search.from, zone), bound('<', search.to, zone)].filter((term) => term !== '');
  }
}

function listed(name: string, values: readonly string[] | undefined, each: (value: string) => string): string[] {
  return values ? [`${name}:${values.map(each).join(',')}`] : [];
}

function bound(operator: string, moment: string | undefined, zone: Zone): string {
  return moment === undefined ? '' : `opened${operator}${isRelative(moment) ? moment : writeInstant(moment, zone)}`;
}
