import { defineConfig } from "vitest/config";
import { quickTests } from "./quick-tests.ts";
import everything from "./vitest.config.ts";

const root = new URL("..", import.meta.url).pathname;

export default defineConfig({
  ...everything,
  test: { ...everything.test, include: [...quickTests(root)] },
});
