/* The indicators as a C programmer writes them, one pass where the definition allows, to measure the TypeScript ones
 * against. Usage: indicators FILE ROUNDS REPEATS new|same: with results in new memory each time, or in the same. FILE
 * holds high, low, close, volume, each a column of doubles. Prints a line for each: name, best milliseconds of all repeats,
 * last value, sum. */
#include <malloc.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static size_t count;
static int renew;
static double *high, *low, *close_, *volume;
static double *out, *out2, *out3, *scratch, *scratch2;

static double milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e3 + now.tv_nsec * 1e-6;
}

static double larger(double a, double b) { return a > b ? a : b; }
static double smaller(double a, double b) { return a < b ? a : b; }

static void sma_of(const double *x, double *to, size_t from, size_t n) {
  double sum = 0;
  for (size_t t = from; t < count && t < from + n; t++) sum += x[t];
  for (size_t t = 0; t < from + n - 1; t++) to[t] = NAN;
  to[from + n - 1] = sum / n;
  for (size_t t = from + n; t < count; t++) {
    sum += x[t] - x[t - n];
    to[t] = sum / n;
  }
}

static void sma(void) { sma_of(close_, out, 0, 20); }

static void average_of(const double *x, double *to, size_t from, size_t n, double weight) {
  double value = 0;
  for (size_t t = from; t < from + n; t++) value += x[t];
  value /= n;
  for (size_t t = 0; t < from + n - 1; t++) to[t] = NAN;
  to[from + n - 1] = value;
  for (size_t t = from + n; t < count; t++) to[t] = value += (x[t] - value) * weight;
}

static void ema(void) { average_of(close_, out, 0, 20, 2.0 / 21); }

static void wma(void) {
  const size_t n = 20;
  const double weights = n * (n + 1) / 2;
  double sum = 0, weighted = 0;
  for (size_t t = 0; t < n; t++) {
    sum += close_[t];
    weighted += (t + 1) * close_[t];
    out[t] = NAN;
  }
  out[n - 1] = weighted / weights;
  for (size_t t = n; t < count; t++) {
    weighted += n * close_[t] - sum;
    sum += close_[t] - close_[t - n];
    out[t] = weighted / weights;
  }
}

static void rsi(void) {
  const size_t n = 14;
  const double weight = 1.0 / n;
  double gain = 0, loss = 0;
  for (size_t t = 1; t <= n; t++) {
    const double change = close_[t] - close_[t - 1];
    gain += larger(change, 0);
    loss += larger(-change, 0);
    out[t - 1] = NAN;
  }
  gain /= n;
  loss /= n;
  out[n] = 100 * gain / (gain + loss);
  for (size_t t = n + 1; t < count; t++) {
    const double change = close_[t] - close_[t - 1];
    gain += (larger(change, 0) - gain) * weight;
    loss += (larger(-change, 0) - loss) * weight;
    out[t] = 100 * gain / (gain + loss);
  }
}

static void macd(void) {
  const size_t fast = 12, slow = 26, smooth = 9, first = slow + smooth - 2;
  const double wf = 2.0 / (fast + 1), ws = 2.0 / (slow + 1), wl = 2.0 / (smooth + 1);
  double f = 0, s = 0, l = 0;
  for (size_t t = 0; t < count; t++) {
    if (t < fast) f += (close_[t] - f) / (t + 1);
    else f += (close_[t] - f) * wf;
    if (t < slow) s += (close_[t] - s) / (t + 1);
    else s += (close_[t] - s) * ws;
    if (t < slow - 1) {
      out[t] = out2[t] = out3[t] = NAN;
      continue;
    }
    out[t] = f - s;
    if (t <= first) l += (out[t] - l) / (t - slow + 2);
    else l += (out[t] - l) * wl;
    out2[t] = t < first ? NAN : l;
    out3[t] = t < first ? NAN : out[t] - l;
  }
}

static void bollinger(void) {
  const size_t n = 20;
  const double shift = close_[0];
  double sum = 0, squares = 0;
  for (size_t t = 0; t < count; t++) {
    const double d = close_[t] - shift;
    sum += d;
    squares += d * d;
    if (t >= n) {
      const double e = close_[t - n] - shift;
      sum -= e;
      squares -= e * e;
    }
    if (t < n - 1) {
      out[t] = out2[t] = out3[t] = NAN;
      continue;
    }
    const double mean = sum / n, width = 2 * sqrt(larger(0, squares / n - mean * mean));
    out[t] = shift + mean;
    out2[t] = out[t] + width;
    out3[t] = out[t] - width;
  }
}

static double range(size_t t) { return larger(high[t], close_[t - 1]) - smaller(low[t], close_[t - 1]); }

static void atr(void) {
  const size_t n = 14;
  double value = 0;
  for (size_t t = 1; t <= n; t++) {
    value += range(t);
    out[t - 1] = NAN;
  }
  out[n] = value /= n;
  for (size_t t = n + 1; t < count; t++) out[t] = value += (range(t) - value) * (1.0 / n);
}

/* Monotone queue in a ring of n places. */
static void extreme_of(const double *x, double *to, size_t n, double sign) {
  size_t *ring = (size_t *)scratch2, head = 0, size = 0;
  for (size_t t = 0; t < count; t++) {
    if (size > 0 && ring[head] + n <= t) head = head + 1 == n ? 0 : head + 1, size--;
    while (size > 0) {
      size_t last = head + size - 1;
      if (last >= n) last -= n;
      if (sign * x[ring[last]] > sign * x[t]) break;
      size--;
    }
    size_t place = head + size;
    if (place >= n) place -= n;
    ring[place] = t;
    size++;
    to[t] = t < n - 1 ? NAN : x[ring[head]];
  }
}

static void highest(void) { extreme_of(close_, out, 20, 1); }

static void stochastic(void) {
  extreme_of(high, out2, 14, 1);
  extreme_of(low, out3, 14, -1);
  for (size_t t = 0; t < count; t++) out[t] = 100 * (close_[t] - out3[t]) / (out2[t] - out3[t]);
  sma_of(out, out2, 13, 3);
}

static void adx(void) {
  const size_t n = 14;
  double r = 0, up = 0, down = 0, average = 0;
  for (size_t t = 0; t < count; t++) {
    out[t] = out2[t] = out3[t] = NAN;
    if (t == 0) continue;
    const double rise = high[t] - high[t - 1], fall = low[t - 1] - low[t];
    const double u = rise > fall && rise > 0 ? rise : 0, d = fall > rise && fall > 0 ? fall : 0;
    const double weight = t <= n ? 1.0 / t : 1.0 / n;
    r += (range(t) - r) * weight;
    up += (u - up) * weight;
    down += (d - down) * weight;
    if (t < n) continue;
    out2[t] = 100 * up / r;
    out3[t] = 100 * down / r;
    const double dx = 100 * fabs(out2[t] - out3[t]) / (out2[t] + out3[t]);
    average += (dx - average) * (t < 2 * n ? 1.0 / (t - n + 1) : 1.0 / n);
    if (t >= 2 * n - 1) out[t] = average;
  }
}

static void correlation(void) {
  const size_t n = 20;
  const double x0 = close_[0], y0 = volume[0];
  double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  for (size_t t = 0; t < count; t++) {
    const double a = close_[t] - x0, b = volume[t] - y0;
    x += a, y += b, xx += a * a, yy += b * b, xy += a * b;
    if (t >= n) {
      const double c = close_[t - n] - x0, d = volume[t - n] - y0;
      x -= c, y -= d, xx -= c * c, yy -= d * d, xy -= c * d;
    }
    out[t] = t < n - 1 ? NAN : (xy - x * y / n) / sqrt((xx - x * x / n) * (yy - y * y / n));
  }
}

static void slope(void) {
  const size_t n = 20;
  const double shift = close_[0], middle = (n - 1) / 2.0, squares = n * (n * n - 1.0) / 12;
  double sum = 0, weighted = 0;
  for (size_t t = 0; t < count; t++) {
    const double d = close_[t] - shift;
    if (t < n) {
      weighted += t * d;
      sum += d;
    } else {
      const double e = close_[t - n] - shift;
      weighted += (n - 1) * d - (sum - e);
      sum += d - e;
    }
    out[t] = t < n - 1 ? NAN : (weighted - middle * sum) / squares;
  }
}

/* A sorted window: the place found from the old value's, what lies between moved by one. */
static void median(void) {
  const size_t n = 21;
  size_t size = 0;
  for (size_t t = 0; t < count; t++) {
    const double value = close_[t];
    size_t i = size;
    if (size == n) {
      i = 0;
      while (scratch[i] != close_[t - n]) i++;
      while (i + 1 < n && scratch[i + 1] < value) scratch[i] = scratch[i + 1], i++;
    } else {
      size++;
    }
    while (i > 0 && scratch[i - 1] > value) scratch[i] = scratch[i - 1], i--;
    scratch[i] = value;
    out[t] = size < n ? NAN : scratch[n / 2];
  }
}

static void obv(void) {
  double total = out[0] = 0;
  for (size_t t = 1; t < count; t++) {
    if (close_[t] > close_[t - 1]) total += volume[t];
    else if (close_[t] < close_[t - 1]) total -= volume[t];
    out[t] = total;
  }
}

static double *column(FILE *file) {
  double *values = malloc(count * sizeof(double));
  if (!values || (file && fread(values, sizeof(double), count, file) != count)) exit(1);
  return values;
}

static void run(const char *name, void (*indicator)(void), int rounds, int repeats) {
  double best = INFINITY;
  for (int round = 0; round < rounds; round++) {
    const double start = milliseconds();
    for (int i = 0; i < repeats; i++) {
      if (renew) {
        free(out), free(out2), free(out3);
        out = column(NULL), out2 = column(NULL), out3 = column(NULL);
      }
      indicator();
    }
    const double taken = milliseconds() - start;
    if (taken < best) best = taken;
  }
  double sum = 0;
  for (size_t t = 0; t < count; t++) {
    if (isfinite(out[t])) sum += out[t];
  }
  printf("%s %.6f %.17g %.17g\n", name, best, out[count - 1], sum);
}

int main(int argc, char **argv) {
  FILE *file = argc == 5 ? fopen(argv[1], "rb") : NULL;
  if (!file) return 1;
  const int rounds = atoi(argv[2]);
  const int repeats = atoi(argv[3]);
  renew = strcmp(argv[4], "new") == 0;
  /* Large blocks come fresh from the system each time, as those of JavaScript do. */
  if (renew) mallopt(M_MMAP_THRESHOLD, 1 << 20);
  fseek(file, 0, SEEK_END);
  count = ftell(file) / sizeof(double) / 4;
  rewind(file);
  high = column(file), low = column(file), close_ = column(file), volume = column(file);
  out = column(NULL), out2 = column(NULL), out3 = column(NULL), scratch = column(NULL), scratch2 = column(NULL);
  run("sma", sma, rounds, repeats);
  run("ema", ema, rounds, repeats);
  run("wma", wma, rounds, repeats);
  run("rsi", rsi, rounds, repeats);
  run("macd", macd, rounds, repeats);
  run("bollinger", bollinger, rounds, repeats);
  run("atr", atr, rounds, repeats);
  run("highest", highest, rounds, repeats);
  run("stochastic", stochastic, rounds, repeats);
  run("adx", adx, rounds, repeats);
  run("correlation", correlation, rounds, repeats);
  run("linregSlope", slope, rounds, repeats);
  run("median", median, rounds, repeats);
  run("obv", obv, rounds, repeats);
  return 0;
}
