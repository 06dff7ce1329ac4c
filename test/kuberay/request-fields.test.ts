import { expect, test } from "vitest";
import { apiFor } from "../../src/api/api-for.ts";
import { fieldAt, parseFieldPath } from "../../src/api/field-path.ts";
import { kuberayRelease } from "../../src/kuberay/releases.ts";
import type { RequestField } from "../../src/kuberay/request-fields.ts";
import { requestFields } from "../../src/kuberay/request-fields.ts";
import { reservedVariables } from "../../src/kuberay/reserved-variables.ts";
import { keysOfFields } from "../../src/kuberay/user-keys.ts";
import { formatVersion, isAtOrAfter, parseVersion } from "../../src/kuberay/version.ts";
import { knownKeys } from "../../src/model/known-keys.ts";
import { fullRequest } from "../../src/model/request/request-schema.ts";

/** The releases on both sides of each step. */
const RELEASES = [
  ...["0.4.0", "0.5.0", "0.5.2", "0.6.0", "1.0.0", "1.1.0", "1.2.0", "1.2.2", "1.3.0", "1.4.0"],
  ...["1.5.0", "1.5.1", "1.6.0", "1.6.2", "1.7.0"],
];

/** Fields that a CRD has before the operator takes them with its default feature gates, or reads them. */
const EARLIER: readonly string[] = ["groupSuspend"];

/** What no CRD tells. */
const WITHOUT_FIELD: readonly string[] = ["headServiceName", "autoscalerV2"];

const fields = Object.entries(requestFields).filter(([name]) => !WITHOUT_FIELD.includes(name));

test.each(RELEASES)("KubeRay %s has the fields that the table says", (release) => {
  const version = parseVersion(release);
  if (version === undefined) throw new Error(`${release} is no version.`);
  const wrong = fields.filter(([name, { field, since }]) => {
    const isThere = hasField(field, release);
    const isDue = isAtOrAfter(version, since);
    return isDue ? !isThere : isThere && !EARLIER.includes(name);
  });
  expect(wrong.map(([name, { field }]) => `${name}: ${field}`)).toEqual([]);
});

test.each<readonly [RequestField, field: string, since: string, gate: string | undefined]>([
  ["headServiceName", "a name of its own for the head Service", "1.0.0", undefined],
  ["autoscalerV2", "the autoscaler's version 2", "1.1.0", undefined],
  ["groupSuspend", "spec.workerGroupSpecs[].suspend", "1.6.0", undefined],
  [
    "gcsBackend",
    "spec.gcsFaultToleranceOptions.backend",
    "1.7.0",
    "GCSFaultToleranceEmbeddedStorage",
  ],
  ["networkPolicy", "spec.networkPolicy", "1.7.0", "RayClusterNetworkPolicy"],
  ["tls", "spec.tlsOptions", "1.7.0", "RayClusterMTLS"],
])("%s is %s, from KubeRay %s on", (name, field, since, gate) => {
  const known: (typeof requestFields)[RequestField] = requestFields[name];
  expect([known.field, formatVersion(known.since), known.gate]).toEqual([field, since, gate]);
});

test("variables and annotations that a field stands for name one that a request has", () => {
  const named = [...reservedVariables.values(), ...keysOfFields.values()].filter(Boolean);
  const unknown = named.filter((field) => {
    const [first = "", second = ""] = field.split(".");
    // The autoscaler's fields are those of one form of the config.
    const parent = first === "autoscaler_config" ? ["config", first] : second === "" ? [] : [first];
    return !knownKeys(fullRequest, parent).includes(second === "" ? first : second);
  });
  expect([unknown, named.length]).toEqual([[], 8]);
});

/** `RayJob spec.suspend`, or `spec.suspend` of a cluster. */
function hasField(field: string, release: string): boolean {
  const [path = "", kind = "RayCluster"] = field.split(" ").reverse();
  const kuberayVersion = parseVersion(release);
  const row = kuberayVersion === undefined ? undefined : kuberayRelease(kuberayVersion);
  if (kuberayVersion === undefined || row === undefined) return false;
  const answer = apiFor({ kind, apiVersion: row.apiVersion, kuberayVersion });
  const place = parseFieldPath(`${kind}.${path}`);
  return answer.ok && place !== undefined && fieldAt(place, answer.api) !== undefined;
}
