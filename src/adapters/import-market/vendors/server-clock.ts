/** What is to be known of the times in MetaTrader's files. */
export const serverClock: string =
  "MetaTrader writes the clock of the broker's server, which is not stated: most keep Eastern European Time; --timezone says which";
