// Speed as ratios, measured side by side in one run: npm run bench. docs/performance.md says what the numbers mean.
import { parse, stringify } from "yaml";
import { compile } from "../../src/compile.ts";
import { compileOrThrow } from "../../src/compile-or-throw.ts";
import { prepare } from "../../src/prepare.ts";
import { validateManifests } from "../../src/validate/validate-manifests.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { cpuTimes } from "./cpu-time.ts";
import { request, settings } from "./documented-deployment.ts";
import { linear } from "./linear.ts";
import { startUp } from "./start-up.ts";
import { clusterText, validateMany } from "./validating.ts";

interface Ratio {
  readonly what: string;
  readonly of: string;
  readonly to: string;
  /** What is wanted. */
  readonly goal: number;
  /** The most that is allowed: what is reached, and some more for the noise of a shared machine. */
  readonly bound: number;
}

const { manifest } = compileOrThrow(request, settings);
const requestText = stringify(request);
const settingsText = stringify(settings);
const manifestText = clusterText();
const prepared = prepare(settings);

const JSON_TEXT = "JSON.stringify(manifest)";
const times = cpuTimes({
  [JSON_TEXT]: () => JSON.stringify(manifest),
  "compile, prepared": () => prepared.compile(request),
  "compile objects": () => compile(request, settings),
  "print YAML": () => printYaml(manifest),
  "stringify of yaml": () => stringify(manifest),
  "parse of yaml, documents": () => [parse(requestText), parse(settingsText)],
  "text to YAML text": () => {
    const result = compileOrThrow(
      { file: "request.yaml", text: requestText },
      { file: "settings.yaml", text: settingsText },
    );
    return printYaml(result.manifest);
  },
  "parse of yaml, manifest": () => parse(manifestText),
  "validate the manifest": () => validateManifests({ file: "cluster.yaml", text: manifestText }),
});

const ratios: readonly Ratio[] = [
  { what: "Prepared", of: "compile, prepared", to: JSON_TEXT, goal: 0.8, bound: 0.8 },
  { what: "Unprepared", of: "compile objects", to: JSON_TEXT, goal: 1.1, bound: 1.2 },
  { what: "Printing YAML", of: "print YAML", to: JSON_TEXT, goal: 1.6, bound: 2 },
  { what: "Printing YAML", of: "print YAML", to: "stringify of yaml", goal: 0.1, bound: 0.05 },
  {
    what: "Text to YAML text",
    of: "text to YAML text",
    to: "parse of yaml, documents",
    goal: 1.2,
    bound: 0.3,
  },
  {
    what: "Validating",
    of: "validate the manifest",
    to: "parse of yaml, manifest",
    goal: 0.5,
    bound: 0.75,
  },
];

console.log("Microseconds of the processor");
for (const [name, microseconds] of times) {
  console.log(`  ${name.padEnd(26)}${microseconds.toFixed(2).padStart(9)}`);
}
console.log("Ratios");
let missed = 0;
for (const { what, of, to, goal, bound } of ratios) {
  const ratio = (times.get(of) ?? Number.NaN) / (times.get(to) ?? Number.NaN);
  const isHeld = ratio <= bound;
  if (!isHeld) missed++;
  const shown = `${what} / ${to}`.padEnd(44);
  const goalText = ratio <= goal ? "" : `, goal ${goal}`;
  console.log(
    `  ${shown}${ratio.toFixed(2).padStart(6)} (at most ${bound}${goalText})${isHeld ? "" : "  MISSED"}`,
  );
}

missed += startUp();

console.log("Memory over 100,000 compilations, MiB of heap in use");
const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};
for (let round = 0; round < 20_000; round++) compile(request, settings);
const before = heap();
for (let round = 0; round < 100_000; round++) compile(request, settings);
const after = heap();
console.log(`  before ${before.toFixed(1)}, after ${after.toFixed(1)} (at most 5 more)`);
if (after - before > 5) missed++;

missed += validateMany();
missed += await linear();

if (missed > 0) {
  console.error(`${missed} of the bounds were missed.`);
  process.exitCode = 1;
}
