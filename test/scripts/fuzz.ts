// Hostile texts for every public function and the command line: npm run fuzz [texts] [seed]
import { readdirSync, readFileSync } from "node:fs";
import { objectsIn, UnreadableManifest } from "../../src/cli/io/manifests-in-text.ts";
import { readProject } from "../../src/cli/project/read-project.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import {
  compile,
  diffManifests,
  renderDiffHtml,
  renderDiffMarkdown,
  renderDiffText,
  settingsFromHelmValues,
  toYaml,
  validateManifests,
} from "../../src/index.ts";
import { transformResourceList } from "../../src/krm/transform-resource-list.ts";
import { readJson } from "../../src/yaml/read-json.ts";
import { readYamlDocuments } from "../../src/yaml/read-yaml-documents.ts";
import { isDocumented, publicCalls, runCommandOn, uncalled } from "./fuzz-calls.ts";

const runs = Number(process.argv[2] ?? 10_000);
const firstSeed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31));
/** What a text of this length may take, in milliseconds of the processor: other programs do not count. */
const budget = (text: string) => 1_000 + text.length / 20;

const file = "f.yaml";
const targets: Readonly<Record<string, (text: string) => unknown>> = Object.freeze({
  request: (text) => {
    const result = compile({ file, text });
    if (result.ok) return toYaml(result.manifest);
    return renderDiagnostics(result.diagnostics, { texts: new Map([[file, text]]) });
  },
  settings: (text) => settingsFromHelmValues({ file, text }),
  project: (text) => readProject({ file, text }),
  json: (text) => readJson({ file, text }, "settings"),
  manifests: (text) => {
    const sources = readYamlDocuments({ file, text }, "request", { dialect: "manifest" });
    const [old, current = old] = sources.map(({ data }) => data);
    const diff = diffManifests(old, current);
    return [renderDiffText(diff), renderDiffMarkdown([diff]), renderDiffHtml([diff])];
  },
  dump: (text) => {
    try {
      return objectsIn({ file, text });
    } catch (error) {
      if (error instanceof UnreadableManifest) return undefined;
      throw error;
    }
  },
  validate: (text) => {
    const { diagnostics } = validateManifests({ file, text });
    return renderDiagnostics(diagnostics, { texts: new Map([[file, text]]) });
  },
  krm: (text) => {
    const { text: printed } = transformResourceList({ file, text }, undefined, {});
    const again = transformResourceList({ file, text: printed }, undefined, {});
    const isLost = again.results.some(({ tags }) => tags?.code === "yaml-syntax");
    if (isLost) throw new Error("What the function wrote is no ResourceList.");
    return again;
  },
});

const samples = readdirSync("fixtures", { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(?:ya?ml|json)$/.test(path))
  .map((path) => readFileSync(`fixtures/${path}`, "utf8"));
const pieces = [
  ..."[]{}:,-?'\"&*!|>%@`#\\~<= \t\n\r\0".split(""),
  ...["- ", ": ", "\n  ", "\n    - ", "---\n", "...\n", "<<: *a\n", "&a ", "*a", "!!int ", "yes"],
  ...["0777", "1_000", ".inf", "\u2028", "\u0085", "\ud800", "\ufeff", "\u200b", "__proto__: "],
  ...[
    "metadata:",
    "kind: RayCluster\n",
    "spec:\n",
    "a".repeat(1_100),
    "[".repeat(70),
    "\t".repeat(300),
  ],
];

console.log(`seeds ${firstSeed} to ${firstSeed + runs - 1}`);
if (uncalled.length > 0) throw new Error(`No call is made of ${uncalled.join(", ")}.`);
let [made, failed] = [0, 0];
for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
  const text = hostile(seed);
  const data = dataOf(text);
  const runOf = (call: (data: unknown, text: string) => unknown) => () => {
    try {
      call(data, text);
    } catch (error) {
      if (!isDocumented(error)) throw error;
    }
  };
  const calls: readonly (readonly [string, () => unknown])[] = [
    ...Object.entries(targets).map(([name, run]) => [name, () => run(text)] as const),
    ...Object.entries(publicCalls).map(([name, call]) => [name, runOf(call)] as const),
    // The command line reads and writes files, which takes as long as twenty calls.
    ...(seed % 20 === 0 ? [["command", () => runCommandOn(text, seed / 20)] as const] : []),
  ];
  for (const [name, run] of calls) {
    made++;
    const start = process.cpuUsage();
    try {
      await run();
    } catch (error) {
      failed++;
      console.error(`seed ${seed}, ${name}: ${error instanceof Error ? error.stack : error}`);
      console.error(JSON.stringify(text.slice(0, 2_000)));
    }
    const { user, system } = process.cpuUsage(start);
    const took = (user + system) / 1_000;
    if (took > budget(text)) {
      failed++;
      console.error(`seed ${seed}, ${name}: ${took.toFixed(0)} ms for ${text.length} characters`);
    }
  }
}
console.log(`${runs} texts, ${made} calls, ${failed} failures`);
if (failed > 0) process.exitCode = 1;

/** What the first document of a text holds; sound in parts even where the text is broken. */
function dataOf(text: string): unknown {
  const [first] = readYamlDocuments({ file, text }, "manifest", { dialect: "manifest" });
  return first?.data;
}

/** A sample with pieces put in, cut out, doubled and moved. */
function hostile(seed: number): string {
  const random = randomNumbers(seed);
  const below = (most: number) => Math.floor(random() * most);
  let text = samples[below(samples.length)] ?? "";
  const changes = 1 + below(8);
  for (let change = 0; change < changes; change++) {
    const [from, length] = [below(text.length + 1), below(40)];
    const piece = pieces[below(pieces.length)] ?? "";
    const cut = text.slice(from, from + length);
    switch (below(5)) {
      case 0:
        text = text.slice(0, from) + piece + text.slice(from);
        break;
      case 1:
        text = text.slice(0, from) + text.slice(from + length);
        break;
      case 2:
        text = text.slice(0, from) + piece.repeat(1 + below(30)) + text.slice(from);
        break;
      case 3:
        text = text.slice(0, from) + cut.repeat(1 + below(50)) + text.slice(from);
        break;
      default:
        text = text + cut + (samples[below(samples.length)] ?? "").slice(0, below(400));
    }
  }
  return text;
}

/** The same numbers for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
