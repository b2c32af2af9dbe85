/** Writes one line for the operator. It holds no token, no question and no whole update. */
export type Log = (entry: {
  readonly level: "info" | "warn" | "error";
  readonly event: string;
  readonly [fact: string]: unknown;
}) => void;
