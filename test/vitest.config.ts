import { defineConfig } from "vitest/config";
import { quickTests } from "./quick-tests.ts";
import { quietYaml } from "./scripts/quiet-yaml.ts";
import { skippedTests } from "./skipped-tests.ts";

const root = new URL("..", import.meta.url).pathname;
const quick = [...quickTests(root)];

export default defineConfig({
  // As in what is shipped: see test/scripts/quiet-yaml.ts.
  resolve: { alias: quietYaml(root) },
  test: {
    root,
    reporters: ["default", skippedTests()],
    projects: [
      { extends: true, test: { name: "quick", include: quick } },
      { extends: true, test: { name: "thorough", include: ["test/**/*.test.ts"], exclude: quick } },
    ],
    setupFiles: ["test/property-runs.ts"],
    // Modules are pure, so that files can share them; to import them for each file takes longer than most tests.
    pool: "threads",
    isolate: false,
    // Property tests take seconds on a busy machine; none of them is about time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
