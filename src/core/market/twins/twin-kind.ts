/** The ways to make a market that might have been out of one that was. */
export const twinKinds = ["bootstrap", "mirror", "permuted", "rescaled", "noise"] as const;

/** One way to make a twin; its file in this folder states what it keeps and what it breaks. */
export type TwinKind = (typeof twinKinds)[number];
