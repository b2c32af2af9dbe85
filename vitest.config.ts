import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**", "test/workers/**"],
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
