import { describe, expect, it } from 'vitest';
import type { MaskedBy } from '../../api/tasks';
import { maskedPlaces, maskMarks, placeholder, ruleOf } from './masks';

const names = (text: string) => maskedPlaces(text).map(({ name }) => name);

describe('a masked value', () => {
  it.each([
    ['{"password":"********"}', ['password']],
    ['{\n  "a": "x",\n  "client_secret": "********",\n  "n": 1\n}', ['client_secret']],
    ['{"a":"say \\"hi\\"","token" : "********"}', ['token']],
    ['grant_type=x&client_secret=********&b=********', ['client_secret', 'b']],
    ['https://x/y?access_token=********', ['access_token']],
    ['X-Api-Key: ********\nAuthorization: Bearer ********', ['X-Api-Key', 'Authorization']],
    ['dn: uid=a\nuserPassword: ********\n', ['userPassword']],
    ['the key ******** is wrong', [null]],
    ['nothing', []],
  ])('in %j goes by the name beside it', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('the rule that masked a value', () => {
  const masked: MaskedBy[] = [
    { rule: 'SECRET_NAME', name: 'password' },
    { rule: 'MASKED_ATTRIBUTE', name: 'phone_number' },
    { rule: 'SECRET_VALUE', name: null },
  ];

  it('is found by the name, however it is written', () => {
    expect(ruleOf('phoneNumber', masked)?.rule).toBe('MASKED_ATTRIBUTE');
    expect(ruleOf('Password', masked)?.rule).toBe('SECRET_NAME');
  });

  it('is that of the value where no rule has the name', () => {
    expect(ruleOf('note', masked)?.rule).toBe('SECRET_VALUE');
    expect(ruleOf(null, masked)?.rule).toBe('SECRET_VALUE');
  });

  it('is not known for what was recorded before rules were kept', () => {
    expect(ruleOf('password', [])).toBeUndefined();
  });
});

it('marks cover the masked values exactly', () => {
  const text = '{"password":"********"}';
  const [mark] = maskMarks(text, [], () => 'why');
  expect(text.slice(mark?.from, mark?.to)).toBe('********');
  expect(mark?.title).toBe('why');
});

it.each([
  ['X-Api-Key', 'X_API_KEY'],
  ['userPassword', 'USER_PASSWORD'],
  ['client_secret', 'CLIENT_SECRET'],
  ['2fa', '_2FA'],
  ['密码', 'SECRET'],
  [null, 'SECRET'],
])('%s is filled in as %s', (name, expected) => {
  expect(placeholder(name)).toBe(expected);
});
