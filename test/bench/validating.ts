import { validateManifests } from "../../src/validate/validate-manifests.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { clusterManifest } from "../manifest/cluster-manifest.ts";
import { request, settings } from "./documented-deployment.ts";

const MANY = 500;
const MOST_MILLISECONDS_FOR_MANY = 2_500;

/** Many clusters in one file. Prints what it takes; returns how many bounds were missed. */
export function validateMany(): number {
  // Each under a name of its own: there is nothing to report.
  const texts = Array.from({ length: MANY }, (_, index) => clusterText(`train-${index}`));
  const many = { file: "many.yaml", text: texts.join("---\n") };
  const start = process.cpuUsage();
  const { manifests } = validateManifests(many);
  const { user, system } = process.cpuUsage(start);
  if (manifests !== MANY) throw new Error(`${manifests} manifests were judged.`);
  const milliseconds = (user + system) / 1000;
  const isHeld = milliseconds <= MOST_MILLISECONDS_FOR_MANY;
  console.log("Validating");
  console.log(
    `  ${MANY} in one file: ${milliseconds.toFixed(0)} ms (at most ${MOST_MILLISECONDS_FOR_MANY})${isHeld ? "" : "  MISSED"}`,
  );
  return isHeld ? 0 : 1;
}

/** A cluster of some 5 KB, as large as real ones are. */
export function clusterText(name?: string): string {
  const manifest = clusterManifest(name === undefined ? request : { ...request, name }, settings);
  const [group] = manifest.spec.workerGroupSpecs ?? [];
  if (group === undefined) throw new Error("The documented deployment has no worker group.");
  const workerGroupSpecs = ["a", "b", "c"].map((groupName) => ({ ...group, groupName }));
  return printYaml({ ...manifest, spec: { ...manifest.spec, workerGroupSpecs } });
}
