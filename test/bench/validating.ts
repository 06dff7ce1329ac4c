import { Bench } from "tinybench";
import { validateManifests } from "../../src/validate/validate-manifests.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { readYamlDocuments } from "../../src/yaml/read-yaml-documents.ts";
import { clusterManifest } from "../manifest/cluster-manifest.ts";
import { request, settings } from "./documented-deployment.ts";

const MOST_TIMES_READING = 3;
const MANY = 500;
const MOST_MILLISECONDS_FOR_MANY = 3_000;

/** What validating costs beside reading, and many clusters in one file. Prints it; returns how many bounds were missed. */
export async function validating(): Promise<number> {
  const one = { file: "cluster.yaml", text: clusterText() };
  const bench = new Bench({ time: 1000, warmupTime: 500 });
  bench
    .add("read", () => readYamlDocuments(one, "manifest", { dialect: "manifest" }))
    .add("validate", () => validateManifests(one));
  await bench.run();
  const [read = 0, validate = 0] = bench.tasks.map(({ result }) =>
    "latency" in result ? result.latency.p50 : Number.NaN,
  );
  const many = { file: "many.yaml", text: Array(MANY).fill(one.text).join("---\n") };
  const start = performance.now();
  const { manifests } = validateManifests(many);
  const milliseconds = performance.now() - start;
  if (manifests !== MANY) throw new Error(`${manifests} manifests were judged.`);
  const ratio = validate / read;
  const rows = [
    {
      text: `one of ${one.text.length} characters: ${ratio.toFixed(2)} times reading it (at most ${MOST_TIMES_READING})`,
      isHeld: ratio <= MOST_TIMES_READING,
    },
    {
      text: `${MANY} in one file: ${milliseconds.toFixed(0)} ms (at most ${MOST_MILLISECONDS_FOR_MANY})`,
      isHeld: milliseconds <= MOST_MILLISECONDS_FOR_MANY,
    },
  ];
  console.log("Validating");
  for (const { text, isHeld } of rows) console.log(`  ${text}${isHeld ? "" : "  MISSED"}`);
  return rows.filter(({ isHeld }) => !isHeld).length;
}

/** A cluster of some 5 KB, as large as real ones are. */
function clusterText(): string {
  const manifest = clusterManifest(request, settings);
  const [group] = manifest.spec.workerGroupSpecs ?? [];
  if (group === undefined) throw new Error("The documented deployment has no worker group.");
  const workerGroupSpecs = ["a", "b", "c"].map((groupName) => ({ ...group, groupName }));
  return printYaml({ ...manifest, spec: { ...manifest.spec, workerGroupSpecs } });
}
