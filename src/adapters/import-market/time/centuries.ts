/** Years of a century that dates of two-digit years stand in, 0 to 99. */
const circle = 100;

/**
 * Times whose years were written with two digits, set into their centuries. They arrive in 1970 to 2069. The years of a file
 * leave a gap on the circle of a hundred years; the year before the longest gap is its newest, and the newest is the last one
 * of those two digits that is not after `thisYear`: prices of the future there are none. So 65 to 19 is 1965 to 2019, and 50 to
 * 77 is 1950 to 1977. NaN stays NaN.
 */
export function inCenturies(wall: Float64Array, thisYear: number): Float64Array {
  const newest = newestOf(wall);
  const last = thisYear - ((((thisYear - newest) % circle) + circle) % circle);
  return wall.map((time) => {
    if (Number.isNaN(time)) return time;
    const date = new Date(time);
    const short = date.getUTCFullYear() % circle;
    const year = last - ((((newest - short) % circle) + circle) % circle);
    return date.setUTCFullYear(year);
  });
}

/** The two digits of the newest year: those before the longest stretch of years that the file has not. */
function newestOf(wall: Float64Array): number {
  const seen = new Set<number>();
  for (const time of wall) if (!Number.isNaN(time)) seen.add(new Date(time).getUTCFullYear() % circle);
  const years = [...seen].sort((a, b) => a - b);
  let newest = years.at(-1) ?? 0;
  let longest = (years[0] ?? 0) + circle - newest;
  for (const [i, year] of years.entries()) {
    const gap = (years[i + 1] ?? Number.NEGATIVE_INFINITY) - year;
    if (gap > longest) [longest, newest] = [gap, year];
  }
  return newest;
}
