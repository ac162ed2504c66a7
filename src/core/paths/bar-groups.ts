const dayMs = 86_400_000;

/** Fewest bars of a group: with less the same bar would stand everywhere, and they join the others of their time of day. */
const leastMembers = 5;

/** Bars that may stand in for each other. */
export interface BarGroups {
  /** [n] Group of each bar, from 0; −1 for bar 0, which has no close before it. */
  readonly of: Int32Array;
  /** The bars of each group, in order. */
  readonly members: readonly Int32Array[];
  /** Number of times of day at which bars open. */
  readonly timesOfDay: number;
  /** Group for place `t` of another axis of time; −1 where no bar opens at that time of day. */
  groupAt(time: Float64Array, t: number): number;
}

/**
 * Groups the bars of a market by what may change places without moving a night into a day: all bars where they are a day or longer;
 * below that bars of the same time of day, those that follow a break apart from those that follow the bar before at once.
 * A session that opens an hour earlier in summer so keeps its nights at its opens.
 */
export function barGroups(time: Float64Array): BarGroups {
  const steps = time.subarray(1).map((at, i) => at - (time[i] as number));
  const usual = steps.toSorted()[steps.length >> 1] ?? dayMs;
  const placeOf = (at: number): number => (usual >= dayMs ? 0 : at % dayMs);
  const lists = collect(time, usual, placeOf);
  const members = [...new Set(lists.values())].map((list) => Int32Array.from(list));
  const groupOf = new Map<number[], number>([...new Set(lists.values())].map((list, group) => [list, group]));
  const of = new Int32Array(time.length).fill(-1);
  for (const [group, bars] of members.entries()) for (const bar of bars) of[bar] = group;
  const timesOfDay = new Set(time.subarray(1).map((at) => at % dayMs)).size;
  return {
    of,
    members,
    timesOfDay,
    groupAt(axis, t) {
      const place = placeOf(axis[t] as number);
      const plain = lists.get(place * 2);
      const after = lists.get(place * 2 + 1);
      const breaks = t > 0 && (axis[t] as number) - (axis[t - 1] as number) > usual;
      const list = breaks ? (after ?? plain) : (plain ?? after);
      return list === undefined ? -1 : (groupOf.get(list) as number);
    },
  };
}

/** Bars by twice their place, plus 1 after a break; two of one place are the same list where one of them is too short. */
function collect(time: Float64Array, usual: number, placeOf: (at: number) => number): ReadonlyMap<number, number[]> {
  const lists = new Map<number, number[]>();
  for (let t = 1; t < time.length; t++) {
    const breaks = usual < dayMs && (time[t] as number) - (time[t - 1] as number) > usual;
    const key = placeOf(time[t] as number) * 2 + (breaks ? 1 : 0);
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [t]);
    else list.push(t);
  }
  for (const key of [...lists.keys()]) {
    const [list, other] = [lists.get(key), lists.get(key ^ 1)];
    if (list === undefined || other === undefined || list === other) continue;
    if (Math.min(list.length, other.length) >= leastMembers) continue;
    const joined = [...list, ...other].sort((a, b) => a - b);
    lists.set(key, joined);
    lists.set(key ^ 1, joined);
  }
  return lists;
}
