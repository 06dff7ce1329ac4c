import { defineConfig } from "vitest/config";
import { quietYaml } from "./scripts/quiet-yaml.ts";
import { skippedTests } from "./skipped-tests.ts";

export default defineConfig({
  // As in what is shipped: see test/scripts/quiet-yaml.ts.
  resolve: { alias: quietYaml(new URL("..", import.meta.url).pathname) },
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/property-runs.ts"],
    pool: "threads",
    isolate: false,
    root: new URL("..", import.meta.url).pathname,
    reporters: ["default", skippedTests()],
    // Property tests take seconds on a busy machine; none of them is about time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
