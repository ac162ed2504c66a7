/** Version of the benchmark: raised by every change that can move a score. */
export const benchmarkVersion = "0.1";
