/** How the question of a template is worked, in the words that recorded replies use. */
export const methods: Readonly<Record<string, string>> = {
  "returns-compound": "multiply the growth factors 1 + r of the periods, then subtract 1",
  "returns-sharpe":
    "mean over sample standard deviation of the returns, times the square root of the periods in a year",
  "returns-max-drawdown": "keep the running peak and take the deepest fall below it, as a share of that peak",
  "returns-calmar": "compound annual growth over the maximum drawdown of the series",
  "execution-walk-the-book": "fill level by level, average the prices by size, and compare with the mid",
  "execution-shortfall": "execution cost on what filled plus opportunity cost on what did not, over the paper value",
  "orders-stop-and-target-in-one-bar": "the gap rule first, then the stop before the target when both are touched",
  "orders-trailing-stop": "carry the highest close, place the stop below it, leave at the first close under it",
  "costs-annual-drag": "round trips times two sides times fee and slippage",
  "costs-flip-long-to-short":
    "rebalance at each next open, turnover is the distance between old and new weight, then mark to the close",
  "costs-break-even-win-rate": "set the expected result after costs to zero and solve for the win rate",
  "fallacies-best-of-many": "one minus the probability that none of the tests fires",
  "fallacies-shifted-signal": "the honest version trades one day later than the shifted one; compound both and compare",
  "statistics-probabilistic-sharpe":
    "the z-score with skewness and non-excess kurtosis in its standard error, then the normal distribution",
  "statistics-years-to-significance": "t grows with the square root of the years, so divide and square",
  "series-ema": "start from the first close and move by the weight toward each new one",
  "series-autocorrelated-sharpe":
    "the variance of the yearly sum holds all autocovariances, so scale by Lo's factor instead of the plain root",
  "series-half-life": "ln(1/2) over ln of the coefficient",
  "portfolio-two-assets": "weights, variances and twice the covariance, then the root",
  "portfolio-target-volatility":
    "leverage is the target over the portfolio's volatility, and the part above one pays the borrowing rate",
  "portfolio-half-kelly": "growth of half Kelly is three quarters of the full one, on top of the riskless rate",
  "derivatives-put-call-parity": "put = call − S·exp(−qT) + K·exp(−rT)",
  "derivatives-gamma-scalp": "half of gamma times the squared move, summed, plus theta for the days",
  "derivatives-ratio-spread": "payoff of one long and two short calls at expiry, plus the premium received or paid",
  "futures-roll-return": "returns of the two contracts held one after the other, on their own prices",
  "futures-margin-calls": "mark every day, and top up to the initial margin whenever the balance is under maintenance",
  "fx-forward-points": "covered interest parity with simple interest on both sides, forward minus spot in pips",
  "crypto-short-perpetual":
    "price gain of the short, funding received or paid on notional, fees on both sides, over the margin",
  "crypto-liquidation-price": "the price at which margin plus loss equals the maintenance margin at that price",
  "risk-position-size": "allowed loss over the distance to the stop, rounded down",
  "risk-historical-shortfall": "mean of the losses in the tail, times the value",
  "risk-levered-drawdown": "compound three times each daily return, then the deepest fall below the running peak",
  "market-index-divisor":
    "the divisor changes so that the index level does not at the split, then the new prices over it",
  "numerics-int32-overflow": "sum modulo two to the 32, read as a signed number",
  "numerics-first-earning-bar": "add up the warm-ups, then one bar for the fill",
};
