/** Least urgent first. */
export const logLevels = ["debug", "info", "warn", "error"] as const;

export type LogLevel = (typeof logLevels)[number];

/** What happened, in one word or two joined by a hyphen, and its facts: never a secret, no question unasked. */
export interface LogEntry {
  readonly level: LogLevel;
  readonly event: string;
  readonly [fact: string]: unknown;
}

export type Log = (entry: LogEntry) => void;

/** The text of a question: only for those who have asked for it with LOG_QUESTIONS. */
export function logQuestion(log: Log): (question: string) => void {
  return (question) => log({ level: "info", event: "question", question });
}

/** One JSON line an entry, for standard error: standard output belongs to `--json`. Less than `level` is dropped. */
export function createLog(level: LogLevel, write: (line: string) => void, now: () => Date = () => new Date()): Log {
  return ({ level: entryLevel, event, ...facts }) => {
    if (logLevels.indexOf(entryLevel) < logLevels.indexOf(level)) return;
    write(`${JSON.stringify({ time: now().toISOString(), level: entryLevel, event, ...facts }, readable)}\n`);
  };
}

/** `text` without the secrets: for messages of foreign errors, which may repeat a token or a URL that holds one. */
export function redact(text: string, secrets: readonly (string | null | undefined)[]): string {
  return secrets
    .flatMap((secret) => (secret ? [secret, encodeURIComponent(secret)] : []))
    .sort((a, b) => b.length - a.length)
    .reduce((clean, secret) => clean.replaceAll(secret, "[redacted]"), text);
}

// An Error has no enumerable fields, so JSON would show `{}`. Its cause and its own fields stay out: they may hold headers.
function readable(_key: string, value: unknown): unknown {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return typeof value === "bigint" ? String(value) : value;
}
