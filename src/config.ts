import { z } from "zod";
import { type AccessMode, accessModes } from "./core/access.ts";
import { ConfigError } from "./core/errors.ts";
import type { Caps } from "./core/spending.ts";
import { type LogLevel, logLevels } from "./log.ts";

/** How much of a question the best passage must cover, from 0 to 1; below it the question is refused. */
export const DEFAULT_MIN_SUPPORT = 0.5;

const port = "must be a whole number from 0 to 65535";
const token = "must look like 123456:ABC-def, as BotFather gives it";
const secret = "must be 16 to 256 characters of A-Z, a-z, 0-9, _ and -";
const adminIds = "must be Telegram user ids (whole numbers), separated by commas";
const minSupport = "must be a number from 0 to 1";
const count = "must be a whole number from 1 to 1000000000";

const schema = z.object({
  PORT: z.string().regex(/^\d+$/, port).transform(Number).pipe(z.number().max(65_535, port)).default(8787),
  HOST: z.string().regex(/^\S+$/, "must be a host name or an address").default("127.0.0.1"),
  TRICHDAN_HOME: z.string().default(".trichdan"),
  EMBEDDING_MODEL: z.string().default("data/model"),
  MIN_SUPPORT: z
    .string()
    .regex(/^(?:\d+(?:\.\d*)?|\.\d+)$/, minSupport)
    .transform(Number)
    .pipe(z.number().max(1, minSupport))
    .default(DEFAULT_MIN_SUPPORT),
  LLM_BASE_URL: url(
    isWebUrl,
    "must be an http or https URL without user name, password, query and fragment",
  ).optional(),
  LLM_MODEL: z.string().optional(),
  LLM_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, "must be ASCII characters without spaces")
    .optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, token)
    .optional(),
  TELEGRAM_API_ROOT: url(
    isWebUrl,
    "must be an http or https URL without user name, password, query and fragment",
  ).default("https://api.telegram.org"),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, secret)
    .optional(),
  TELEGRAM_ADMIN_IDS: z
    .string()
    .transform((list) => list.split(",").map((id) => id.trim()))
    .refine((ids) => ids.every((id) => /^\d+$/.test(id) && Number.isSafeInteger(Number(id))), adminIds)
    .transform((ids) => ids.map(Number))
    .default([]),
  TELEGRAM_ACCESS: z.enum(accessModes, "must be open, invitation or list").default("open"),
  USER_QUESTIONS_PER_DAY: countSetting(200),
  QUESTIONS_PER_DAY: countSetting(10_000),
  USER_LLM_TOKENS_PER_DAY: countSetting(500_000),
  LLM_TOKENS_PER_DAY: countSetting(5_000_000),
  RETENTION_DAYS: countSetting(90),
  PUBLIC_URL: url(isPublicUrl, "must be an https URL without user name, password, query and fragment").optional(),
  LOG_LEVEL: z.enum(logLevels, "must be debug, info, warn or error").default("info"),
  LOG_QUESTIONS: z
    .enum(["true", "false"], "must be true or false")
    .transform((value) => value === "true")
    .default(false),
});

/** Every setting there is, as the documentation must list them. */
export const settingNames: readonly string[] = Object.keys(schema.shape);

interface TelegramAccess {
  readonly token: string;
  /** Without a slash at the end. */
  readonly apiRoot: string;
  readonly adminIds: readonly number[];
  readonly access: AccessMode;
}

export type TelegramConfig =
  | { readonly mode: "off" }
  | (TelegramAccess & { readonly mode: "polling" })
  | (TelegramAccess & { readonly mode: "webhook"; readonly publicUrl: string; readonly secret: string });

/** Everything that can be set. URLs have no slash at the end. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly home: string;
  readonly embeddingModel: string;
  readonly minSupport: number;
  readonly llm: { readonly baseUrl: string; readonly model: string; readonly apiKey: string | null } | null;
  readonly telegram: TelegramConfig;
  /** For the bot and the web page together. */
  readonly caps: Caps;
  /** How long what is kept about people is kept. */
  readonly retentionDays: number;
  readonly logLevel: LogLevel;
  /** Whether the texts of questions may stand in the log. */
  readonly logsQuestions: boolean;
}

/** The settings of `env`, where empty is the same as unset. Throws one `ConfigError` that names every problem. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    settingNames.flatMap((name) => {
      const value = env[name]?.trim();
      return value ? [[name, value] as const] : [];
    }),
  );
  const parsed = schema.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")} ${issue.message}`),
    ...missing(given),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);

  const settings = parsed.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    home: settings.TRICHDAN_HOME,
    embeddingModel: settings.EMBEDDING_MODEL,
    minSupport: settings.MIN_SUPPORT,
    llm:
      settings.LLM_BASE_URL && settings.LLM_MODEL
        ? { baseUrl: settings.LLM_BASE_URL, model: settings.LLM_MODEL, apiKey: settings.LLM_API_KEY ?? null }
        : null,
    telegram: telegram(settings),
    caps: {
      userQuestions: settings.USER_QUESTIONS_PER_DAY,
      questions: settings.QUESTIONS_PER_DAY,
      userTokens: settings.USER_LLM_TOKENS_PER_DAY,
      tokens: settings.LLM_TOKENS_PER_DAY,
    },
    retentionDays: settings.RETENTION_DAYS,
    logLevel: settings.LOG_LEVEL,
    logsQuestions: settings.LOG_QUESTIONS,
  };
}

// Apart from the schema, whose refinements would wait until every single setting is right.
function missing(given: Readonly<Record<string, string>>): string[] {
  const needed: readonly (readonly [name: string, because: string, isNeeded: unknown])[] = [
    ["LLM_MODEL", "LLM_BASE_URL", given["LLM_BASE_URL"]],
    ["LLM_BASE_URL", "LLM_MODEL", given["LLM_MODEL"]],
    ["TELEGRAM_WEBHOOK_SECRET", "PUBLIC_URL", given["PUBLIC_URL"] && given["TELEGRAM_BOT_TOKEN"]],
  ];
  return needed
    .filter(([name, , isNeeded]) => isNeeded && !given[name])
    .map(([name, because]) => `${name} is needed with ${because}`);
}

function telegram(settings: z.output<typeof schema>): TelegramConfig {
  const { TELEGRAM_BOT_TOKEN: token, PUBLIC_URL: publicUrl, TELEGRAM_WEBHOOK_SECRET: secret } = settings;
  if (!token) return { mode: "off" };

  const bot = {
    token,
    apiRoot: settings.TELEGRAM_API_ROOT,
    adminIds: settings.TELEGRAM_ADMIN_IDS,
    access: settings.TELEGRAM_ACCESS,
  };
  return publicUrl && secret ? { ...bot, mode: "webhook", publicUrl, secret } : { ...bot, mode: "polling" };
}

function countSetting(byDefault: number) {
  return z
    .string()
    .regex(/^[1-9]\d{0,9}$/, count)
    .transform(Number)
    .pipe(z.number().max(1_000_000_000, count))
    .default(byDefault);
}

function url(isAllowed: (url: URL) => boolean, problem: string) {
  return z
    .string()
    .refine((value) => URL.canParse(value) && isAllowed(new URL(value)), problem)
    .transform((value) => value.replace(/\/+$/, ""));
}

// A URL with a password ends up in error messages and logs.
function isWebUrl({ protocol, username, password, search, hash }: URL): boolean {
  return /^https?:$/.test(protocol) && !username && !password && !search && !hash;
}

function isPublicUrl(url: URL): boolean {
  const isLoopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  return isWebUrl(url) && (url.protocol === "https:" || isLoopback);
}
