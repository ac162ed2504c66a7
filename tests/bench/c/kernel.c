/* The back-test and the metrics of the ranking as a C programmer writes them: one pass over the bars that fills equity, position
 * and turnover and keeps all sums. Returns are shifted by the first one, so that the sums of powers do not cancel.
 * Usage: kernel FILE BARS TARGETS STRATEGIES COST. FILE holds open, close and TARGETS columns of targets, each BARS doubles.
 * Prints the milliseconds of processor time of the second of two runs over all strategies, then the mean of each metric. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct {
  double total_return, max_drawdown, sharpe, sigma, log_growth, run_up, drawdown, exposure, z, mean, m2, m3, m4;
} Metrics;

static double milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec * 1e-6;
}

/* ln(after / before)^2 by the series that the project uses too: the logarithm of the library would cost half as much again. */
static inline double squared_log_return(double before, double after) {
  const double q = (after - before) / (after + before), s = q * q;
  if (s < 0.0016) return 4 * (s + s * s * (2.0 / 3 + s * (23.0 / 45 + s * (44.0 / 105 + s * (563.0 / 1575)))));
  const double change = log(after / before);
  return change * change;
}

static Metrics run(size_t n, const double *restrict open, const double *restrict close, const double *restrict target,
                   double cost, double *restrict equity, double *restrict position, double *restrict turnover) {
  double cash = 1, units = 0, in_force = 0, last = 1, peak = 1, trough = 1, fall = 1, rise = 1, gross = 0;
  double first = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, squares = 0;
  equity[0] = 1;
  position[0] = turnover[0] = 0;
  for (size_t t = 1; t < n; t++) {
    const double before = cash + units * open[t];
    const double wanted = target[t - 1];
    const double w = isnan(wanted) ? in_force : wanted;
    double tau = 0;
    if (w != in_force) {
      const double d = w - units * open[t] / before;
      tau = fabs(d) / (1 + (d < 0 ? -cost : cost) * w);
      if (tau > 1e-12) {
        const double after = before * (1 - cost * tau);
        units = w * after / open[t];
        cash = (1 - w) * after;
      } else {
        tau = 0;
      }
      in_force = w;
    }
    const double held = units * close[t];
    const double e = cash + held;
    if (before <= 0 || e <= 0) abort(); /* the bench's markets ruin nobody */
    equity[t] = e;
    position[t] = held / e;
    turnover[t] = tau;
    gross += fabs(position[t]);
    const double r = e / last - 1;
    if (t == 1) first = r;
    const double d = r - first, dd = d * d;
    squares += squared_log_return(close[t - 1], close[t]);
    s1 += d;
    s2 += dd;
    s3 += dd * d;
    s4 += dd * dd;
    if (e > peak) peak = e;
    if (e < trough) trough = e;
    if (e < fall * peak) fall = e / peak;
    if (e > rise * trough) rise = e / trough;
    last = e;
  }
  const double count = n - 1, d1 = s1 / count, growth = log(close[n - 1] / close[0]),
               sigma = sqrt((squares - growth * growth / count) / (count - 1)), k = 1 / sigma;
  Metrics m;
  m.total_return = last - 1;
  m.max_drawdown = 1 - fall;
  m.m2 = s2 - count * d1 * d1;
  m.m3 = s3 - 3 * d1 * s2 + 2 * count * d1 * d1 * d1;
  m.m4 = s4 - 4 * d1 * s3 + 6 * d1 * d1 * s2 - 3 * count * d1 * d1 * d1 * d1;
  m.sharpe = (first + d1) / sqrt(m.m2 / (count - 1)) * sqrt(252);
  m.sigma = sigma;
  m.log_growth = log(last);
  m.run_up = log(rise);
  m.drawdown = -log(fall);
  m.exposure = gross / count;
  m.z = m.log_growth * k / sqrt(count);
  m.mean = (first + d1) * k;
  m.m2 *= k * k;
  m.m3 *= k * k * k;
  m.m4 *= k * k * k * k;
  return m;
}

int main(int argc, char **argv) {
  if (argc != 6) return 2;
  const size_t n = strtoul(argv[2], 0, 10), columns = strtoul(argv[3], 0, 10), strategies = strtoul(argv[4], 0, 10);
  const double cost = strtod(argv[5], 0);
  double *data = malloc((columns + 2) * n * sizeof(double)), *into = calloc(3 * n, sizeof(double));
  FILE *file = fopen(argv[1], "rb");
  if (!data || !into || !file || fread(data, sizeof(double), (columns + 2) * n, file) != (columns + 2) * n) return 2;
  double sum[13] = {0}, elapsed = 0;
  for (int turn = 0; turn < 2; turn++) {
    const double start = milliseconds();
    for (int k = 0; k < 13; k++) sum[k] = 0;
    for (size_t i = 0; i < strategies; i++) {
      const Metrics m = run(n, data, data + n, data + (2 + i % columns) * n, cost, into, into + n, into + 2 * n);
      const double *values = (const double *)&m;
      for (int k = 0; k < 13; k++) sum[k] += values[k];
    }
    elapsed = milliseconds() - start;
  }
  printf("%.6f", elapsed);
  for (int k = 0; k < 13; k++) printf(" %.17g", sum[k] / strategies);
  printf("\n");
}
