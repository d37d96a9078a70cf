import { describe, expect, it } from 'vitest';
import { withoutLead } from './words';

describe('withoutLead', () => {
  it('leaves out what the sentence has already said', () => {
    expect(withoutLead('Creating x-amara.li failed. The target answered 400: no x.')).toBe('The target answered 400: no x.');
    expect(withoutLead('No callback: the application did not answer.')).toBe('the application did not answer.');
    expect(withoutLead('The mail [personal:abc] is taken.')).toBe('The mail •••••• is taken.');
  });

  it('leaves every other message as it is', () => {
    expect(withoutLead('The telephone number is not allowed.')).toBe('The telephone number is not allowed.');
    expect(withoutLead('Creating it failed. ')).toBe('Creating it failed. ');
  });
});
