import { readdirSync, readFileSync } from "node:fs";

/** What only slower tests import: random inputs, processes, bundlers, browsers, and what lies beside the project. */
const SLOW =
  /"(?:fast-check|node:child_process|esbuild|ajv)"|\/(?:needs|documented-code|public-names|chromium|bundled-command-line|arbitrary-tree|arbitrary-manifest|mutated|hostile-values|repository|validators|editor|generated-pages|matrix)\.ts"/;

/** Files that go through every fixture, or through many long texts. */
const LARGE: readonly string[] = Object.freeze([
  "test/cli/krm.test.ts",
  "test/cli/project.test.ts",
  "test/compile/",
  "test/diff/render-markdown.test.ts",
  "test/docs/",
  "test/golden/golden.test.ts",
  "test/matrix/",
  "test/unprintable-values.test.ts",
  "test/validate/own-",
  "test/yaml/go-readings.test.ts",
]);

/** The test files of `npm run test:quick`: examples and vectors alone. */
export function quickTests(root: string): readonly string[] {
  return readdirSync(`${root}test`, { recursive: true, encoding: "utf8" })
    .map((file) => `test/${file}`)
    .filter((file) => file.endsWith(".test.ts"))
    .filter((file) => !LARGE.some((start) => file.startsWith(start)))
    .filter((file) => !SLOW.test(readFileSync(root + file, "utf8")));
}
