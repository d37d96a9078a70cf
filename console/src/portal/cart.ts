import type { Offer, PackageOffer } from '../api/access';

/** Something chosen in the catalogue. */
export interface CartItem {
  key: string;
  name: string;
  application: string | null;
  maxDays: number | null;
  body: { applicationId?: string; permissionId?: string; packageId?: string };
}

export const offerItem = (offer: Offer, accountWord: string): CartItem => ({
  key: offer.permissionId ?? offer.applicationId,
  name: offer.permissionId ? offer.name : accountWord,
  application: offer.applicationName,
  maxDays: null,
  body: offer.permissionId ? { permissionId: offer.permissionId } : { applicationId: offer.applicationId },
});

export const packageItem = (offer: PackageOffer): CartItem => ({
  key: offer.packageId,
  name: offer.name,
  application: null,
  maxDays: offer.maxDays,
  body: { packageId: offer.packageId },
});

/** Puts it in, or takes it out when it is there. */
export const toggled = (cart: CartItem[], item: CartItem): CartItem[] => (cart.some((one) => one.key === item.key) ? cart.filter((one) => one.key !== item.key) : [...cart, item]);

/** The shortest time a package in the cart allows; null for any. */
export const longest = (cart: CartItem[]): number | null => cart.reduce<number | null>((least, one) => (one.maxDays !== null && (least === null || one.maxDays < least) ? one.maxDays : least), null);
