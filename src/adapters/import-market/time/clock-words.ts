/** Abbreviations that mean one offset only; CST, IST and BST mean several and are left to the user. Minutes east of UTC. */
export const offsets: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  SGT: 480,
  HKT: 480,
  JST: 540,
  KST: 540,
};

/** Words for the morning, in capitals without full stops. */
export const beforeNoon: ReadonlySet<string> = new Set(["AM", "A", "上午", "午前", "오전"]);
/** Words for the afternoon, in capitals without full stops. */
export const afterNoon: ReadonlySet<string> = new Set(["PM", "P", "下午", "午後", "오후"]);
