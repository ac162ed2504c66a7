/**
 * CPU time that isolates have used in this process, milliseconds: all threads but Node's own, which only carries
 * messages. isolated-vm's own `cpuTime` is wall time in its published builds, and would make a program late because the
 * machine is busy. Workers run V8 with `--single-threaded`, so that compiling and collecting count as the program's.
 */
export function cpuClockMs(): number {
  const all = process.cpuUsage();
  const own = process.threadCpuUsage();
  return (all.user + all.system - own.user - own.system) / 1000;
}
