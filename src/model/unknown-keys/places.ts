import type { DocumentName } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";

/** An object of a document, wherever it can stand. */
export interface Place {
  readonly document: DocumentName;
  /** Where it stands; `[]` stands for any entry of a list, `NAME` for any key of a map. */
  readonly paths: readonly string[];
  /** As a sentence names it. */
  readonly title: string;
  /** How a key is put there that stands somewhere else. */
  readonly move: string;
  /** How a key is put there that stands in the object around it. */
  readonly indent: string;
}

const NODES = ["config.node_config", "config.head_node", "config.scaling_groups.[].worker_nodes"];

/** Every object of both documents that has fields, the outer ones first: the first place that fits a key wins. */
export const places = Object.freeze({
  request: place("request", [""], "the request", "move it to the top level"),
  config: place("request", ["config"], "config", "move it into config", "indent it below config"),
  group: place(
    "request",
    ["config.scaling_groups.[]"],
    "a scaling group",
    "move it into an entry of config.scaling_groups",
  ),
  node: place(
    "request",
    NODES,
    "node_config, head_node and worker_nodes",
    "move it into the one that you mean",
  ),
  autoscaler: place(
    "request",
    ["config.autoscaler_config"],
    "config.autoscaler_config",
    "move it there",
  ),
  job: place("request", ["job"], "job", "move it into job", "indent it below job"),
  service: place(
    "request",
    ["service"],
    "service",
    "move it into service",
    "indent it below service",
  ),
  settings: place("settings", [""], "the settings", "move it to the top level"),
  ray: place("settings", ["ray"], "ray", "move it into ray", "indent it below ray"),
  worker: place("settings", ["worker"], "worker", "move it into worker", "indent it below worker"),
  account: place(
    "settings",
    ["worker.service_account"],
    "worker.service_account",
    "move it into worker.service_account",
  ),
  rbac: place("settings", ["rbac"], "rbac", "move it into rbac", "indent it below rbac"),
  // The objects below fields, which come after what is around them.
  requests: below("request", NODES, "requests", "requests of a node"),
  nodeLimits: below("request", NODES, "limits", "limits of a node"),
  volume: place(
    "request",
    ["volumes.[]", ...NODES.map((path) => `${path}.volumes.[]`)],
    "an entry of volumes",
    "move it into one",
  ),
  emptyFolder: place(
    "request",
    ["volumes.[].empty_dir", ...NODES.map((path) => `${path}.volumes.[].empty_dir`)],
    "empty_dir of a volume",
    "move it there",
  ),
  headService: only("request", "head_service"),
  submitter: only("request", "job.submitter"),
  faultTolerance: only("request", "gcs_fault_tolerance"),
  storage: only("request", "gcs_fault_tolerance.storage"),
  auth: only("request", "auth"),
  networkPolicy: only("request", "network_policy"),
  networkRules: place(
    "request",
    ["network_policy.head", "network_policy.worker"],
    "network_policy.head and network_policy.worker",
    "move it into the one that you mean",
  ),
  tls: only("request", "tls"),
  accelerator: place(
    "settings",
    ["ray.accelerators.NAME"],
    "an entry of ray.accelerators",
    "move it into one",
  ),
  capacity: place(
    "settings",
    [
      "ray.node_capacity",
      "ray.gpu_node_capacity",
      "ray.non_gpu_node_capacity",
      "ray.accelerators.NAME.node_capacity",
    ],
    "node_capacity",
    "move it into the one that you mean",
  ),
  clusterLimits: only("settings", "ray.limits"),
  conventions: only("settings", "ray.conventions"),
});

export type PlaceName = keyof typeof places;

export const placeNames: readonly PlaceName[] = Object.freeze(
  Object.keys(places).filter((name): name is PlaceName => Object.hasOwn(places, name)),
);

/** The place that a path of a document leads to. */
export function placeOf(document: DocumentName, path: Path): PlaceName | undefined {
  return placeNames.find(
    (name) =>
      places[name].document === document && places[name].paths.some((other) => fits(path, other)),
  );
}

function fits(path: Path, pattern: string): boolean {
  const steps = pattern === "" ? [] : pattern.split(".");
  return (
    steps.length === path.length &&
    steps.every((step, index) => {
      const actual = path[index];
      if (typeof actual === "number") return step === "[]";
      return step === "NAME" || step === actual;
    })
  );
}

/** How a key comes from one place to another. */
export function moveTo(from: PlaceName, to: PlaceName): string {
  if (from === "group" && to === "node") return "indent it below worker_nodes";
  const isAround = places[from].paths.includes("") && !places[to].paths.some(isDeep);
  return isAround ? places[to].indent : places[to].move;
}

function isDeep(path: string): boolean {
  return path.includes(".");
}

function only(document: DocumentName, path: string): Place {
  return place(document, [path], path, `move it into ${path}`);
}

function below(
  document: DocumentName,
  owners: readonly string[],
  field: string,
  title: string,
): Place {
  const paths = owners.map((owner) => `${owner}.${field}`);
  return place(document, paths, title, "move it into the one that you mean");
}

function place(
  document: DocumentName,
  paths: readonly string[],
  title: string,
  move: string,
  indent: string = move,
): Place {
  return Object.freeze({ document, paths: Object.freeze(paths), title, move, indent });
}
