/// <reference types="@cloudflare/vitest-pool-workers/types" />

declare namespace Cloudflare {
  interface Env {
    readonly DB: import("../../src/worker.ts").Env["DB"];
    readonly SOURCE: import("../../src/worker.ts").Env["DB"];
    readonly MIGRATIONS: import("cloudflare:test").D1Migration[];
  }
}
