// Speed as ratios, measured side by side in one run: npm run bench
import { Bench } from "tinybench";
import { parse, stringify } from "yaml";
import { compile } from "../../src/compile.ts";
import { compileOrThrow } from "../../src/compile-or-throw.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { request, settings } from "./documented-deployment.ts";
import { linear } from "./linear.ts";
import { startUp } from "./start-up.ts";
import { validating } from "./validating.ts";

interface Ratio {
  readonly what: string;
  readonly of: string;
  readonly to: string;
  /** The most that is allowed, or the least where `atLeast`. */
  readonly bound: number;
  readonly atLeast?: boolean;
}

const { manifest } = compileOrThrow(request, settings);
const requestText = stringify(request);
const settingsText = stringify(settings);

const bench = new Bench({ time: 1000, warmupTime: 500 });
bench
  .add("JSON.stringify(manifest)", () => JSON.stringify(manifest))
  .add("compile objects", () => compile(request, settings))
  .add("print YAML", () => printYaml(manifest))
  .add("stringify of yaml", () => stringify(manifest))
  .add("parse of yaml", () => [parse(requestText), parse(settingsText)])
  .add("text to YAML text", () => {
    const result = compileOrThrow(
      { file: "request.yaml", text: requestText },
      { file: "settings.yaml", text: settingsText },
    );
    return printYaml(result.manifest);
  });
await bench.run();

const ratios: readonly Ratio[] = [
  {
    what: "Objects to a manifest",
    of: "compile objects",
    to: "JSON.stringify(manifest)",
    bound: 1.5,
  },
  { what: "Printing", of: "print YAML", to: "JSON.stringify(manifest)", bound: 3 },
  { what: "Printing", of: "stringify of yaml", to: "print YAML", bound: 10, atLeast: true },
  { what: "Text to text", of: "text to YAML text", to: "parse of yaml", bound: 3 },
];

const microseconds = (name: string): number => {
  const result = bench.getTask(name)?.result;
  if (result === undefined || !("latency" in result)) throw new Error(`${name} was not measured.`);
  return result.latency.p50 * 1000;
};

console.log("Microseconds (median)");
for (const { name } of bench.tasks)
  console.log(`  ${name.padEnd(26)}${microseconds(name).toFixed(2)}`);
console.log("Ratios");
let missed = 0;
for (const { what, of, to, bound, atLeast } of ratios) {
  const ratio = microseconds(of) / microseconds(to);
  const held = atLeast === true ? ratio >= bound : ratio <= bound;
  if (!held) missed++;
  const limit = `${atLeast === true ? "at least" : "at most"} ${bound}`;
  console.log(`  ${what.padEnd(24)}${ratio.toFixed(2)} (${limit})${held ? "" : "  MISSED"}`);
}

const { base, command } = startUp();
console.log("Start-up, milliseconds (least of 20, whole processes)");
console.log(`  node -e 0               ${base.toFixed(1)}`);
console.log(
  `  raycluster compile      ${command.toFixed(1)} (+${(command - base).toFixed(1)}, at most +60)`,
);
if (command - base > 60) missed++;

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

missed += await validating();
missed += await linear();

if (missed > 0) {
  console.error(`${missed} of the bounds were missed.`);
  process.exitCode = 1;
}
