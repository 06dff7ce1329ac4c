import { expect, test } from "vitest";
import { clusterSpecOf } from "../../src/manifest/manifest.ts";
import type { JsonSchema } from "../../src/schemas/json-schema.ts";
import { catalogSchemas } from "../../src/schemas/manifest-schema.ts";
import { byTurns } from "../by-turns.ts";
import { cases } from "../golden/cases.ts";
import { compiledCase } from "../golden/compiled-case.ts";
import { replaceAt } from "./mutated.ts";
import { publishedSchema } from "./published-once.ts";
import { validatorOf } from "./validators.ts";

const schema = publishedSchema("raycluster-manifest.schema.json");
const NOTHING: JsonSchema = { not: {} };
/** Without what templates were merged into, which may hold any field of the API. */
const judge = validatorOf({
  ...schema,
  definitions: {
    ...schema.definitions,
    MergedPod: NOTHING,
    MergedClusterSpec: NOTHING,
    MergedMetadata: NOTHING,
  },
});
const all = (await cases("valid")).flatMap((entry) => {
  const result = compiledCase(entry);
  return result.ok ? [result.manifest] : [];
});
const manifests = all.filter((manifest) => judge(manifest).length === 0);

test("only manifests with merged templates need more than what the compiler makes itself", () => {
  const others = all.filter((manifest) => !manifests.includes(manifest));
  expect(others.map(validatorOf(schema))).toEqual([[], []]);
});

test("every member that the schema allows stands in some manifest", () => {
  const used = new Set<string>();
  for (const manifest of manifests) collectKeys(manifest, used);
  const unused = Object.keys(memberNames(schema)).filter((name) => !used.has(name));
  // Only operators before 1.1 read these, and validate says so of later ones.
  expect(unused).toEqual(["serviceUnhealthySecondThreshold", "deploymentUnhealthySecondThreshold"]);
});

test("each catalog schema accepts the manifests of its API version and no other", () => {
  const versions = byTurns(catalogSchemas(), 3).map((entry) => {
    const judgeVersion = validatorOf(publishedSchema(entry.$id ?? ""));
    const accepted = manifests.filter((manifest) => judgeVersion(manifest).length === 0);
    return [entry.$id, [...new Set(accepted.map(({ apiVersion }) => apiVersion))]];
  });
  const expected = [
    ["ray.io/raycluster_v1alpha1.json", ["ray.io/v1alpha1"]],
    ["ray.io/raycluster_v1.json", ["ray.io/v1"]],
    ["ray.io/rayjob_v1alpha1.json", ["ray.io/v1alpha1"]],
    ["ray.io/rayjob_v1.json", ["ray.io/v1"]],
    ["ray.io/rayservice_v1alpha1.json", ["ray.io/v1alpha1"]],
    ["ray.io/rayservice_v1.json", ["ray.io/v1"]],
    ["ray.io/raycronjob_v1.json", ["ray.io/v1"]],
  ];
  expect(catalogSchemas().map(({ $id }) => $id)).toEqual(expected.map(([file]) => file));
  expect(versions).toEqual(byTurns(expected, 3));
});

test("a member that is not ours is refused wherever the user has no say", () => {
  const manifest = manifests.find(
    (manifest) => clusterSpecOf(manifest)?.autoscalerOptions !== undefined,
  );
  const places = objectsIn(manifest);
  expect(places.length).toBeGreaterThan(15);
  for (const path of places) {
    const altered = replaceAt(manifest, path, (value) => ({ ...Object(value), stray: 1 }));
    expect(judge(altered), path.join(".")).not.toEqual([]);
  }
});

const base = ["spec", "workerGroupSpecs", 0] as const;
const container = [...base, "template", "spec", "containers", 0] as const;
const limits = [...container, "resources", "limits"] as const;

test.each([
  [["apiVersion"], "ray.io/v2"],
  [["kind"], "RayJob"],
  [["metadata", "name"], "Train"],
  [["metadata", "name"], "a".repeat(54)],
  [["metadata", "labels"], {}],
  [["metadata", "labels"], { "ray.io/cluster": "a" }],
  [["spec", "rayVersion"], 2.9],
  [["spec", "enableInTreeAutoscaling"], false],
  [["spec", "enableInTreeAutoscaling"], undefined],
  [["spec", "autoscalerOptions"], undefined],
  [["spec", "autoscalerOptions", "version"], "v1"],
  [["spec", "workerGroupSpecs"], []],
  [["spec", "headGroupSpec", "serviceType"], "ExternalName"],
  [["spec", "headGroupSpec", "rayStartParams", "block"], true],
  [["spec", "headGroupSpec", "template", "spec", "containers", 0, "name"], "Ray"],
  [["spec", "headGroupSpec", "template", "spec", "containers", 0, "ports"], []],
  [[...base, "groupName"], "worker_group"],
  [[...base, "minReplicas"], -1],
  [[...base, "minReplicas"], undefined],
  [[...base, "maxReplicas"], 2_147_483_648],
  [[...base, "template", "spec", "restartPolicy"], "Always"],
  [[...base, "template", "spec", "serviceAccountName"], undefined],
  [[...base, "template", "spec", "nodeSelector"], {}],
  [[...base, "template", "spec", "tolerations"], []],
  [[...base, "template", "spec", "tolerations"], [{ operator: "Near" }]],
  [[...container, "env"], [{ name: "A", value: 1 }]],
  [[...container, "env"], [{ name: "1A", value: "1" }]],
  [[...container, "env"], [{ name: "A" }]],
  [[...container, "volumeMounts"], [{ name: "a", mountPath: "a" }]],
  [[...base, "numOfHosts"], 0],
  [[...base, "priority"], 0],
  [[...base, "suspend"], false],
  [[...limits, "cpu"], 2],
  [[...limits, "cpu"], "0"],
  [[...limits, "cpu"], "1.5"],
  [[...limits, "cpu"], "2000m"],
  [[...limits, "cpu"], "1000"],
  [[...limits, "memory"], "2G"],
  [[...limits, "memory"], "1024"],
  [[...limits, "nvidia.com/gpu"], 1],
  [[...limits, "nvidia.com/gpu"], "2000"],
  [[...limits, "ephemeral-storage"], "1G"],
])("%j cannot be %j", (path, value) => {
  const manifest = manifests.find(
    (manifest) => clusterSpecOf(manifest)?.autoscalerOptions !== undefined,
  );
  expect(judge(manifest)).toEqual([]);
  expect(judge(replaceAt(manifest, path, () => value))).not.toEqual([]);
});

function collectKeys(value: unknown, keys: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    keys.add(key);
    collectKeys(member, keys);
  }
}

/** The names of all members, wherever they stand. */
function memberNames(part: unknown): Readonly<Record<string, JsonSchema>> {
  if (typeof part !== "object" || part === null) return {};
  const own = "properties" in part ? Object.assign({}, part.properties) : {};
  return Object.assign(own, ...Object.values(part).map(memberNames));
}

const USER_MAPS = ["labels", "annotations", "nodeSelector"];

function objectsIn(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [];
  const isList = Array.isArray(value);
  return [
    ...(isList ? [] : [[...path]]),
    ...Object.entries(value)
      .filter(([key]) => !USER_MAPS.includes(key))
      .flatMap(([key, member]) => objectsIn(member, [...path, isList ? Number(key) : key])),
  ];
}
