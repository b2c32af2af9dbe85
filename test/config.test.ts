import { describe, expect, it } from "vitest";
import { DEFAULT_MIN_SUPPORT, parseConfig } from "../src/config.ts";
import { ConfigError } from "../src/core/errors.ts";

const TOKEN = "123456:AAbb_cc-dd";
const SECRET = "a-secret_of_16ch";

function problemsOf(env: Record<string, string>): string {
  try {
    parseConfig(env);
    return "";
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

it("has a default for everything", () => {
  expect(parseConfig({})).toEqual({
    port: 8787,
    host: "127.0.0.1",
    home: ".trichdan",
    embeddingModel: "data/model",
    minSupport: DEFAULT_MIN_SUPPORT,
    llm: null,
    telegram: { mode: "off" },
    caps: { userQuestions: 200, questions: 10_000, userTokens: 500_000, tokens: 5_000_000 },
    retentionDays: 90,
    logLevel: "info",
    logsQuestions: false,
  });
});

it("takes empty and blank for unset", () => {
  const names = ["PORT", "LLM_BASE_URL", "TELEGRAM_BOT_TOKEN", "TELEGRAM_ADMIN_IDS", "LOG_LEVEL", "MIN_SUPPORT"];
  const blank = Object.fromEntries(names.map((name, index) => [name, " ".repeat(index % 2)]));
  expect(parseConfig(blank)).toEqual(parseConfig({}));
});

it("reads every setting", () => {
  const config = parseConfig({
    PORT: "80",
    HOST: "0.0.0.0",
    TRICHDAN_HOME: "/var/lib/trichdan",
    EMBEDDING_MODEL: "bge-m3",
    MIN_SUPPORT: "0.65",
    LLM_BASE_URL: "http://localhost:11434/v1/",
    LLM_MODEL: "qwen",
    LLM_API_KEY: "key",
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: "http://127.0.0.1:8081/",
    TELEGRAM_ADMIN_IDS: "1, 22",
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    PUBLIC_URL: "https://tra-cuu.example/",
    TELEGRAM_ACCESS: "invitation",
    USER_QUESTIONS_PER_DAY: "1",
    QUESTIONS_PER_DAY: "2",
    USER_LLM_TOKENS_PER_DAY: "3",
    LLM_TOKENS_PER_DAY: "4",
    RETENTION_DAYS: "5",
    LOG_LEVEL: "debug",
    LOG_QUESTIONS: "true",
  });
  expect(config).toEqual({
    port: 80,
    host: "0.0.0.0",
    home: "/var/lib/trichdan",
    embeddingModel: "bge-m3",
    minSupport: 0.65,
    llm: { baseUrl: "http://localhost:11434/v1", model: "qwen", apiKey: "key" },
    telegram: {
      mode: "webhook",
      token: TOKEN,
      apiRoot: "http://127.0.0.1:8081",
      adminIds: [1, 22],
      access: "invitation",
      publicUrl: "https://tra-cuu.example",
      secret: SECRET,
    },
    caps: { userQuestions: 1, questions: 2, userTokens: 3, tokens: 4 },
    retentionDays: 5,
    logLevel: "debug",
    logsQuestions: true,
  });
});

describe("the bot", () => {
  it("polls without a public address", () => {
    expect(parseConfig({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_SECRET: SECRET }).telegram).toEqual({
      mode: "polling",
      token: TOKEN,
      apiRoot: "https://api.telegram.org",
      adminIds: [],
      access: "open",
    });
  });

  it("is off without a token, also with a public address", () => {
    expect(parseConfig({ PUBLIC_URL: "https://a.example" }).telegram).toEqual({ mode: "off" });
  });

  it("does not start on a public address without a secret", () => {
    expect(problemsOf({ TELEGRAM_BOT_TOKEN: TOKEN, PUBLIC_URL: "https://a.example" })).toContain(
      "TELEGRAM_WEBHOOK_SECRET is needed with PUBLIC_URL",
    );
  });
});

it.each([
  ["PORT", "80a"],
  ["PORT", "65536"],
  ["PORT", "-1"],
  ["HOST", "a b"],
  ["MIN_SUPPORT", "1.5"],
  ["MIN_SUPPORT", "0,5"],
  ["LLM_BASE_URL", "localhost:11434"],
  ["LLM_BASE_URL", "http://user:password@localhost/v1"],
  ["LLM_BASE_URL", "http://localhost/v1?key=1"],
  ["LLM_API_KEY", "two words"],
  ["TELEGRAM_BOT_TOKEN", "token"],
  ["TELEGRAM_API_ROOT", "ftp://a.example"],
  ["TELEGRAM_WEBHOOK_SECRET", "fifteen-letters"],
  ["TELEGRAM_WEBHOOK_SECRET", "sixteen letters!"],
  ["TELEGRAM_WEBHOOK_SECRET", "a".repeat(257)],
  ["TELEGRAM_ADMIN_IDS", "1,two"],
  ["TELEGRAM_ADMIN_IDS", "1,,2"],
  ["PUBLIC_URL", "http://a.example"],
  ["PUBLIC_URL", "http://localhost.a.example"],
  ["TELEGRAM_ACCESS", "everyone"],
  ["USER_QUESTIONS_PER_DAY", "1.5"],
  ["QUESTIONS_PER_DAY", "-7"],
  ["LLM_TOKENS_PER_DAY", "1e6"],
  ["USER_LLM_TOKENS_PER_DAY", "99999999999"],
  ["RETENTION_DAYS", "forever"],
  ["LOG_LEVEL", "loud"],
  ["LOG_QUESTIONS", "yes"],
])("%s may not be %s, and the message does not repeat it", (name, value) => {
  const message = problemsOf({ [name]: value, LLM_MODEL: "" });
  expect([
    message.includes(`- ${name} must be `) || message.includes(`- ${name} must look `),
    message.includes(value),
  ]).toEqual([true, false]);
});

it.each(["http://localhost:8787", "http://127.0.0.1:8787", "http://[::1]:8787"])(
  "PUBLIC_URL may be %s, to try it out",
  (url) => {
    const config = parseConfig({ PUBLIC_URL: url, TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_SECRET: SECRET });
    expect(config.telegram).toMatchObject({ mode: "webhook", publicUrl: url });
  },
);

it("reports all problems together", () => {
  const message = problemsOf({
    PORT: "x",
    LLM_MODEL: "m",
    LOG_LEVEL: "x",
    TELEGRAM_BOT_TOKEN: "x",
    PUBLIC_URL: "https://a.example",
  });
  const named = ["PORT", "LLM_BASE_URL", "LOG_LEVEL", "TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET"];
  expect(named.filter((name) => !message.includes(`- ${name} `))).toEqual([]);
});

it.each([
  [{ LLM_BASE_URL: "http://localhost/v1" }, "LLM_MODEL is needed with LLM_BASE_URL"],
  [{ LLM_MODEL: "m" }, "LLM_BASE_URL is needed with LLM_MODEL"],
])("half a language model is a problem", (env, problem) => expect(problemsOf(env)).toContain(problem));
