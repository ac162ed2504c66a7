/** One message of a prompt. */
export interface Message {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}
