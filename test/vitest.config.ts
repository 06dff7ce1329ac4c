import { defineConfig } from "vitest/config";
import { quietYaml } from "./scripts/quiet-yaml.ts";
import { sourceAsJavaScript } from "./scripts/source-as-javascript.ts";
import { skippedTests } from "./skipped-tests.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** See test/property-runs.ts. */
const isNight = process.env.PROPERTY_RUNS !== undefined;

const root = new URL("..", import.meta.url).pathname;

export default defineConfig({
  // As in what is shipped: see test/scripts/quiet-yaml.ts.
  resolve: { alias: quietYaml(root) },
  plugins: [sourceAsJavaScript(root)],
  test: {
    root,
    include: ["test/**/*.test.ts"],
    reporters: ["default", skippedTests()],
    setupFiles: ["test/property-runs.ts"],
    // Modules are pure, so that files can share them; to import them for each file takes longer than most tests.
    isolate: false,
    env: { ...temporaryFolder() },
    // Most functions run too seldom to be worth an optimizing compiler, which takes a third of the time if left alone.
    // One thread for all that V8 does, and rarely a collection of the young: both take a quarter off the rest.
    // Processes, because threads take no such options.
    pool: "forks",
    execArgv: [
      "--interrupt-budget=800000",
      "--single-threaded",
      "--min-semi-space-size=64",
      "--max-semi-space-size=128",
    ],
    // What Vitest made of a file that has not changed is taken from the last run.
    experimental: {
      fsModuleCache: true,
      fsModuleCachePath: "node_modules/.cache/raycluster-compiler/vitest",
    },
    // Property tests take seconds on a busy machine, and at night minutes; none of them is about time.
    testTimeout: isNight ? 3_600_000 : 120_000,
    hookTimeout: 120_000,
  },
});
