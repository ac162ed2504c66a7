/**
 * Sums over long columns are kept by blocks of this many bars, so that rounding grows with n/512 + 512 and not with n: a
 * million equal returns added one by one lose six digits.
 */
export const block = 512;
