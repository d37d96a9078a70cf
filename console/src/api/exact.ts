import { isLosslessNumber, LosslessNumber, parse, stringify } from 'lossless-json';

/** A number that JavaScript would change: it keeps the digits as they were written (12345678901234567890, 1.0). */
export type ExactNumber = LosslessNumber;

export const isExactNumber = (value: unknown): value is ExactNumber => isLosslessNumber(value);

/** JSON's number (RFC 8259, section 6). */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export const isNumberText = (text: string) => NUMBER.test(text);

/** An ordinary number where it stays the same, digit by digit; an exact one where not. */
export const exactNumber = (text: string): number | ExactNumber => (String(Number(text)) === text ? Number(text) : new LosslessNumber(text));

/** JSON with every number as it was written. @throws SyntaxError */
export const parseExact = <T>(text: string): T => parse(text, undefined, exactNumber) as T;

/** The same as JSON.stringify, with exact numbers written as they were. */
export const stringifyExact = (value: unknown, indent?: number): string => stringify(value, undefined, indent) ?? 'null';
