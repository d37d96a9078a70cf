import { describe, expect, it } from 'vitest';
import type { CartItem } from './cart';
import { longest, offerItem, toggled } from './cart';

const item = (key: string, maxDays: number | null = null): CartItem => ({ key, name: key, application: null, maxDays, body: { packageId: key } });

describe('the cart', () => {
  it('takes each thing once, and gives it up when it is chosen again', () => {
    const once = toggled([], item('a'));
    expect(once.map((one) => one.key)).toEqual(['a']);
    expect(toggled(once, item('a'))).toEqual([]);
  });

  it('allows no longer than the strictest package', () => {
    expect(longest([item('a'), item('b', 90), item('c', 30)])).toBe(30);
    expect(longest([item('a')])).toBeNull();
  });

  it('asks for the account where there is no permission', () => {
    const offer = { applicationId: 'app', applicationName: 'Directory', permissionId: null, permissionKind: null, name: '', description: null, refusal: null };
    expect(offerItem(offer, 'Account')).toMatchObject({ name: 'Account', body: { applicationId: 'app' } });
    expect(offerItem({ ...offer, permissionId: 'p', name: 'staff' }, 'Account').body).toEqual({ permissionId: 'p' });
  });
});
