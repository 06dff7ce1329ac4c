import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { diagnosticCodes } from "../../../src/diagnostics/codes.ts";
import { isObject, ownList, ownObject, ownText } from "../../../src/diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../../../src/diagnostics/plain-data.ts";
import { parseVersion } from "../../../src/kuberay/version.ts";
import { checkClusterPods } from "../../../src/validate/pod/check-cluster-pods.ts";
import { byTurns } from "../../by-turns.ts";
import { needs } from "../../needs.ts";

const FOLDER = "../shared/reference/observed";
const RELEASES = ["1.1.1", "1.4.2", "1.6.2", "1.7.0"];
const observations = needs(FOLDER);

interface Change {
  readonly id: string;
  readonly base: string;
  readonly patch: readonly {
    readonly op: string;
    readonly path: string;
    readonly value?: PlainData;
  }[];
  readonly observed: {
    readonly api_server?: string;
    readonly warnings?: readonly string[];
    readonly late_warnings?: readonly string[];
    readonly successors?: Readonly<Record<string, string>>;
  };
}

observations.test.each(RELEASES)(
  `what Kubernetes refused KubeRay %s is an error, and nothing else${observations.skipped}`,
  (release) => {
    const text = readFileSync(`${FOLDER}/observed-v${release}.json`, "utf8");
    const { bases, changes }: { bases: Record<string, PlainObject>; changes: readonly Change[] } =
      JSON.parse(text);
    const wrong: string[] = [];
    for (const { id, base, patch, observed } of byTurns(changes, 2, RELEASES.indexOf(release))) {
      if (observed.api_server !== "accepted") continue;
      const events = [...(observed.warnings ?? []), ...(observed.late_warnings ?? [])];
      const refused = events.some((event) => /Pod "[^"]*" is invalid: /.test(event));
      const errors = errorsOf(patched(bases[base] ?? {}, patch), release);
      const made = !Object.values(observed.successors ?? {}).includes("none made");
      if (refused && errors.length === 0) wrong.push(`${id}: not found: ${events[0]}`);
      if (!refused && made && errors.length > 0) wrong.push(`${id}: false: ${errors.join("; ")}`);
    }
    expect(wrong).toEqual([]);
  },
);

function errorsOf(manifest: PlainObject, release: string): readonly string[] {
  const kuberay = parseVersion(release);
  if (kuberay === undefined) throw new Error(release);
  return checkClusterPods(ownObject(manifest, "spec"), ["spec"], {
    kuberay,
    clusterName: ownText(ownObject(manifest, "metadata"), "name"),
    clusterAnnotations: ownObject(ownObject(manifest, "metadata"), "annotations"),
  })
    .filter(({ code }) => diagnosticCodes[code].severity === "error")
    .map(({ code, message }) => `${code}: ${message}`);
}

/** JSON Patch, as far as the vectors use it. */
function patched(base: PlainObject, patch: Change["patch"]): PlainObject {
  let data: PlainData = structuredClone(base);
  for (const { op, path, value } of patch) {
    const steps = path
      .split("/")
      .slice(1)
      .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    data = changed(data, steps, op, value);
  }
  return isObject(data) ? data : {};
}

function changed(
  data: PlainData | undefined,
  [step, ...rest]: readonly string[],
  op: string,
  value: PlainData | undefined,
): PlainData {
  if (step === undefined) return value ?? null;
  const isEnd = rest.length === 0;
  if (Array.isArray(data)) {
    const index = step === "-" ? data.length : Number(step);
    const items = [...ownList({ data }, "data")];
    if (!isEnd) items[index] = changed(items[index], rest, op, value);
    else if (op === "remove") items.splice(index, 1);
    else items.splice(index, op === "add" ? 0 : 1, value ?? null);
    return items;
  }
  const fields: Record<string, PlainData> = isObject(data) ? { ...data } : {};
  if (isEnd && op === "remove") delete fields[step];
  else fields[step] = isEnd ? (value ?? null) : changed(fields[step], rest, op, value);
  return fields;
}
