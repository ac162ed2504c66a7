/** Words of what filters and weighs the rows of a ranking. */
export const controlWords = {
  filters: ["Show", "筛选"],
  filterTag: ["tag", "标签"],
  filterOpen: ["weights", "权重开放"],
  filterSize: ["size", "规模"],
  filterAll: ["all", "全部"],
  openOnly: ["open", "开放"],
  closedOnly: ["closed", "闭源"],
  underBillions: ["under {billions} B", "小于 {billions}B"],
  showBaselines: ["baselines", "基线"],
  rowsShown: ["rows shown", "显示行数"],
  partTrading: ["trading", "交易"],
  partQuiz: ["quiz", "测验"],
  partEngineering: ["engineering", "工程"],
  weigh: ["Weigh the parts yourself", "自定权重"],
  weighNote: [
    "Places by score at your weights; the published ranking stays as it is, and so do its rank ranges.",
    "按自定权重计算的名次；公布的排名及其名次区间不变。",
  ],
  resetWeights: ["as published", "恢复公布权重"],
  rowsMoved: ["rows that moved", "名次变动的行数"],
} as const;
