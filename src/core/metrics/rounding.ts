/**
 * Relative differences of equity up to here are rounding, not money: a share bought for 1/49 of its price is worth
 * 1 − 1e-16. A fall, a profit or a growth this small is none, so that what is flat has no drawdown, loss or Calmar ratio.
 */
export const rounding = 1e-12;
