import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    root: new URL("..", import.meta.url).pathname,
    // Property tests take seconds on a busy machine; none of them is about time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
