import type { Finding } from "../../src/diagnostics/diagnostic.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import { examineRequest } from "../../src/model/request/examine-request.ts";
import { resolve, resolveDeployment } from "../../src/model/resolve.ts";
import type { Salvaged } from "../../src/model/resolved.ts";
import { examineSettings } from "../../src/model/settings/examine-settings.ts";
import { ownerBreaches } from "../../src/rules/owner-breaches.ts";
import { refusedPlaces } from "../../src/rules/refused-places.ts";
import { rules } from "../../src/rules/registry.ts";
import type { RuleFinding } from "../../src/rules/rule.ts";
import { withoutRefused } from "../../src/rules/run-rules.ts";
import { readSource } from "../../src/yaml/read-source.ts";

/**
 * Runs one law alone, if the runner would ask it, and gives the places of its findings, such as `request config.max_nodes`.
 */
export function find(code: string, request: object, settings: object = {}): readonly string[] {
  const rule = rules.find((candidate) => candidate.code === code);
  if (rule === undefined) throw new Error(`There is no law ${code}.`);
  const { about, check } = rule;
  const asked = (model: Salvaged) => (about?.isIn(model) === false ? [] : check(model));
  return judge(request, settings, asked).map(placeOf);
}

/** The same for one of the operator's laws for jobs and services. */
export function findOwner(
  code: string,
  request: object,
  settings: object = {},
  show: (finding: Finding) => string = placeOf,
): readonly string[] {
  return judge(request, settings, ownerBreaches)
    .filter((finding) => finding.code === code)
    .map(show);
}

function judge<F extends RuleFinding>(
  request: object,
  settings: object,
  check: (model: Salvaged) => readonly F[],
): readonly F[] {
  const requestSource = readSource(
    { name: "train", image: "ray:1", ray_version: "2.52.0", ...request },
    "request",
  );
  const settingsSource = readSource(settings, "settings");
  const examinedRequest = examineRequest(request, requestSource);
  const examinedSettings = examineSettings(settings, settingsSource);
  const { model } = resolve(examinedRequest, resolveDeployment(examinedSettings));
  const refused = [...refusedPlaces(examinedRequest), ...refusedPlaces(examinedSettings)];
  return withoutRefused(check(model), refused);
}

function placeOf({ document, path }: Pick<Finding, "document" | "path">): string {
  return `${document} ${formatPath(path)}`;
}

export interface Node {
  readonly cpu?: unknown;
  readonly memory_gb?: unknown;
  readonly gpu_count?: unknown;
  readonly [option: string]: unknown;
}

/** A config in full: a head, groups as [min, max, node], and perhaps an autoscaler. */
export function full(
  head: Node,
  groups: readonly (readonly [unknown, unknown, Node])[],
  autoscaler?: Node,
): object {
  return {
    config: {
      head_node: { ...sound, ...head },
      scaling_groups: groups.map(([min_workers, max_workers, node]) => ({
        worker_nodes: { ...sound, ...node },
        min_workers,
        max_workers,
      })),
      ...(autoscaler === undefined ? {} : { autoscaler_config: { ...sound, ...autoscaler } }),
    },
  };
}

/** The config for equal nodes. */
export function simple(n_nodes: unknown, more: object = {}, node: Node = {}): object {
  return { config: { n_nodes, node_config: { ...sound, ...node }, ...more } };
}

const sound = { cpu: 4, memory_gb: 16 };
