import { isObject, ownField, ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { ClusterSpecView } from "../views/cluster-spec-view.ts";
import { rayVariable } from "../views/cluster-spec-view.ts";
import { placedItems } from "../views/container-view.ts";
import type { Breach, Law } from "./law.ts";
import { defineLaw, gateOf, gateWords } from "./law.ts";

const GATE = "GCSFaultToleranceEmbeddedStorage";
const REDIS_FIELDS = ["redisAddress", "redisUsername", "redisPassword", "externalStorageNamespace"];
const VARIABLES = ["RAY_gcs_storage", "RAY_gcs_storage_path"];
const VOLUME = "gcs-storage";
const MOUNT_PATH = "/data/gcs";

/**
 * GCS storage
 *
 * The backend rocksdb needs its feature gate, has a claim or the size of one, and nothing of Redis; the backend redis has
 * no storage. What the operator sets for rocksdb is left to it.
 *
 * See validateGcsFaultToleranceBackend in ray-operator/controllers/ray/utils/validation.go, v1.7.0.
 */
export const gcsStorage: Law = defineLaw({
  code: "gcs-storage",
  since: "1.7",
  gate: GATE,
  *check({ cluster }, target) {
    if (cluster === undefined) return;
    const options = ownField(cluster.spec, "gcsFaultToleranceOptions");
    if (!isObject(options)) return;
    const path = [...cluster.path, "gcsFaultToleranceOptions"];
    if (ownText(options, "backend") !== "rocksdb") {
      yield* redisStorage(options, path);
      return;
    }
    const gate = gateOf(target, GATE);
    if (!gate.isOn) {
      yield {
        path: [...path, "backend"],
        message: `The backend rocksdb needs ${gateWords(GATE, gate)}.`,
        consequence: "The operator refuses that.",
        hint: `Start the operator with --feature-gates=${GATE}=true, or use Redis.`,
      };
      if (gate.isKnown) return;
    }
    yield* redisFields(options, path);
    yield* claimedStorage(options, path);
    yield* operatorsOwn(cluster, path);
  },
});

function* redisStorage(options: PlainObject, path: Path): Iterable<Breach> {
  if (ownField(options, "storage") === undefined) return;
  yield {
    path: [...path, "storage"],
    message: "storage is only for the backend rocksdb; the backend here is redis.",
    hint: "Remove storage, or write backend: rocksdb.",
    related: [{ path: [...path, "backend"], message: "the backend is set here" }],
  };
}

function* redisFields(options: PlainObject, path: Path): Iterable<Breach> {
  for (const field of REDIS_FIELDS) {
    const value = ownField(options, field);
    if (value === undefined || value === "") continue;
    yield {
      path: [...path, field],
      message: `${field} is only for the backend redis; the backend here is rocksdb.`,
      hint: `Remove ${field}.`,
      related: [{ path: [...path, "backend"], message: "the backend is rocksdb here" }],
    };
  }
}

function* claimedStorage(options: PlainObject, path: Path): Iterable<Breach> {
  const storage = ownObject(options, "storage");
  if ((ownText(storage, "claimName") ?? "") === "") return;
  const own = ["size", "storageClassName", "accessModes"].filter((field) =>
    field === "accessModes"
      ? ownList(storage, field).length > 0
      : ownField(storage, field) !== undefined,
  );
  for (const field of own) {
    yield {
      path: [...path, "storage", field],
      message: `${field} is for a claim that the operator creates, but claimName names an existing claim.`,
      hint: `Remove claimName or ${field}.`,
      related: [{ path: [...path, "storage", "claimName"], message: "the claim is named here" }],
    };
  }
}

function* operatorsOwn({ head }: ClusterSpecView, path: Path): Iterable<Breach> {
  const related = [{ path: [...path, "backend"], message: "the backend is rocksdb here" }];
  const hint = "Leave that to the operator.";
  for (const name of VARIABLES) {
    const variable = rayVariable(head, name);
    if (variable === undefined) continue;
    yield {
      path: variable.path,
      message: `The operator sets the head's ${name} itself.`,
      hint,
      related,
    };
  }
  const [first] = head.containers;
  const mounts =
    first === undefined
      ? []
      : placedItems(ownList(first.data, "volumeMounts"), [...first.path, "volumeMounts"]);
  for (const mount of mounts) {
    const isTaken =
      ownField(mount.data, "mountPath") === MOUNT_PATH || ownField(mount.data, "name") === VOLUME;
    if (!isTaken) continue;
    yield {
      path: mount.path,
      message: `The operator mounts the volume ${VOLUME} at ${MOUNT_PATH} itself.`,
      hint,
      related,
    };
  }
  for (const volume of placedItems(ownList(head.podSpec, "volumes"), [
    ...head.podPath,
    "volumes",
  ])) {
    if (ownField(volume.data, "name") !== VOLUME) continue;
    yield {
      path: volume.path,
      message: `The operator creates the volume ${VOLUME} itself.`,
      hint,
      related,
    };
  }
}
