/** A call that Telegram does not carry out; its message is the description that the caller gets. */
export class Refused extends Error {
  override name = "Refused";
}

const CODES: Readonly<Record<string, number>> = {
  Unauthorized: 401,
  Forbidden: 403,
  "Not Found": 404,
  Conflict: 409,
  "Not Modelled": 501,
};

/** Ends a call with an error; the code follows from the first words. */
export function refuse(description: string): never {
  throw new Refused(description);
}

/** The error code that goes with a description. */
export function codeOf(description: string): number {
  return CODES[description.split(":")[0] ?? ""] ?? 400;
}
