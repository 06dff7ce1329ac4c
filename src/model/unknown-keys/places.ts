import type { DocumentName } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";

/** An object of a document, wherever it can stand. */
export interface Place {
  readonly document: DocumentName;
  /** Where it stands; `[]` stands for any entry of a list. */
  readonly paths: readonly string[];
  /** As a sentence names it. */
  readonly title: string;
  /** How a key is put there that stands somewhere else. */
  readonly move: string;
  /** How a key is put there that stands in the object around it. */
  readonly indent: string;
}

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
    ["config.node_config", "config.head_node", "config.scaling_groups.[].worker_nodes"],
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
});

export type PlaceName = keyof typeof places;

export const placeNames: readonly PlaceName[] = Object.freeze(
  Object.keys(places).filter((name): name is PlaceName => Object.hasOwn(places, name)),
);

/** The place that a path of a document leads to. */
export function placeOf(document: DocumentName, path: Path): PlaceName | undefined {
  const pattern = path.map((step) => (typeof step === "number" ? "[]" : step)).join(".");
  return placeNames.find(
    (name) => places[name].document === document && places[name].paths.includes(pattern),
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

function place(
  document: DocumentName,
  paths: readonly string[],
  title: string,
  move: string,
  indent: string = move,
): Place {
  return Object.freeze({ document, paths: Object.freeze(paths), title, move, indent });
}
