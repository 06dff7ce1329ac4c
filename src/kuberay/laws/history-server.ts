import { isObject, ownField, ownText } from "../../diagnostics/own-field.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { groupsOf, groupTitle } from "../views/cluster-spec-view.ts";
import type { PlacedItem } from "../views/container-view.ts";
import { findVariable } from "../views/container-view.ts";
import type { Breach, Law } from "./law.ts";
import { defineLaw, gateOf, gateWords } from "./law.ts";

const GATE = "RayClusterHistoryServer";
const CONTAINER = "ray-history-collector";
const BACKEND = "STORAGE_BACKEND";
const OPERATORS_OWN = [
  "POD_IP",
  "FQ_RAY_IP",
  "RAY_CLUSTER_NAME",
  "RAY_CLUSTER_NAMESPACE",
  "RAY_ROLE",
  "OWNER_KIND",
  "OWNER_NAME",
  "EVENTS_PORT",
];

/** The variables that a backend needs; Azure's depend on how it authenticates. */
const NEEDED: Readonly<Record<string, readonly string[]>> = Object.freeze({
  GCS: ["GCS_BUCKET"],
  S3: ["S3_REGION"],
  ALIYUNOSS: ["OSS_BUCKET", "OSS_ENDPOINT", "OSS_REGION"],
});

/**
 * History server
 *
 * historyServerOptions needs its feature gate, a collector with an image and a storage backend, and no container of the
 * collector's name.
 *
 * See validateCollectorOptions and ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.7.0.
 */
export const historyServer: Law = defineLaw({
  code: "history-server",
  since: "1.7",
  gate: GATE,
  *check({ cluster }, target) {
    if (cluster === undefined) return;
    const options = ownField(cluster.spec, "historyServerOptions");
    if (!isObject(options)) return;
    const path = [...cluster.path, "historyServerOptions"];
    const gate = gateOf(target, GATE);
    if (!gate.isOn) {
      yield {
        path,
        target: "key",
        message: `historyServerOptions needs ${gateWords(GATE, gate)}.`,
        consequence: "The operator refuses that.",
        hint: `Start the operator with --feature-gates=${GATE}=true.`,
      };
      if (gate.isKnown) return;
    }
    yield* collector(options, { path: [...path, "collectorOptions"], data: options });
    for (const group of groupsOf(cluster)) {
      for (const container of group.containers) {
        if (container.name !== CONTAINER) continue;
        yield {
          path: [...container.path, "name"],
          message: `The operator itself adds a container ${CONTAINER} to ${groupTitle(group)}.`,
          hint: "Give the container another name.",
        };
      }
    }
  },
});

function* collector(options: PlainObject, { path }: PlacedItem): Iterable<Breach> {
  const data = ownField(options, "collectorOptions");
  if (!isObject(data)) {
    yield {
      path,
      message: "historyServerOptions has no collectorOptions.",
      hint: "Write collectorOptions with an image.",
    };
    return;
  }
  if ((ownText(data, "image") ?? "") === "") {
    const hint = "Write the image of the collector.";
    yield { path: [...path, "image"], message: "The collector has no image.", hint };
  }
  for (const name of OPERATORS_OWN) {
    const variable = findVariable({ path, data }, name);
    if (variable === undefined) continue;
    const message = `Only KubeRay may set the collector's ${name}.`;
    yield { path: variable.path, message, hint: "Remove the variable." };
  }
  yield* storage({ path, data });
}

function* storage(owner: PlacedItem): Iterable<Breach> {
  const backend = findVariable(owner, BACKEND)?.value ?? "";
  if (backend === "") {
    yield {
      path: [...owner.path, "env"],
      message: `The collector's ${BACKEND} is not set to a string.`,
      hint: `Set ${BACKEND} to GCS, S3, AzureBlob or AliyunOSS.`,
    };
    return;
  }
  const kind = backend.toUpperCase();
  const missing =
    kind === "AZUREBLOB"
      ? missingAzure(owner)
      : (Object.hasOwn(NEEDED, kind) ? (NEEDED[kind] ?? []) : []).filter(
          (name) => !hasValue(owner, name),
        );
  for (const name of missing) {
    yield {
      path: [...owner.path, "env"],
      message: `The storage backend ${kind} needs the collector's ${name}.`,
      hint: `Set ${name}.`,
      related: [
        {
          path: findVariable(owner, BACKEND)?.path ?? owner.path,
          message: "the backend is set here",
        },
      ],
    };
  }
}

function missingAzure(owner: PlacedItem): readonly string[] {
  const mode = (findVariable(owner, "AZURE_STORAGE_AUTH_MODE")?.value ?? "").trim().toLowerCase();
  const text = "AZURE_STORAGE_CONNECTION_STRING";
  const address = "AZURE_STORAGE_ACCOUNT_URL";
  if (mode === "connection_string") return hasValue(owner, text) ? [] : [text];
  if (mode === "workload_identity" || mode === "default") {
    return hasValue(owner, address) ? [] : [address];
  }
  return hasValue(owner, text) || hasValue(owner, address) ? [] : [`${text} or ${address}`];
}

function hasValue(owner: PlacedItem, name: string): boolean {
  const variable = findVariable(owner, name);
  return variable !== undefined && variable.value !== "";
}
