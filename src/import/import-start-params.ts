import { startParameterProblem } from "../api/identifiers/start-parameter.ts";
import { ownText } from "../diagnostics/own-field.ts";
import type { TextMap } from "../diagnostics/plain-data.ts";
import { refusedParameters } from "../kuberay/refused-parameters.ts";
import type { StartContext } from "../kuberay/start-parameters.ts";
import { startParameter } from "../kuberay/start-parameters.ts";
import { parseResources } from "../ray/parse-resources.ts";
import { readResourcesText } from "../ray/resources-text.ts";
import { rayStartDefault } from "../ray/start-defaults.ts";
import type { NodeDraft } from "./import-resources.ts";
import type { ForeignGroup } from "./read-group.ts";

/** What is not said in the request, since KubeRay or Ray take it without being told. */
export interface LeftOutParameter {
  readonly name: string;
  readonly value: string;
}

/** Puts the start parameters of a group into its node; what says nothing of its own is left out and returned. */
export function importStartParams(
  group: ForeignGroup,
  node: NodeDraft,
  context: StartContext,
): readonly LeftOutParameter[] {
  const leftOut: LeftOutParameter[] = [];
  const params: Record<string, string> = {};
  for (const name of Object.keys(group.params)) {
    const value = ownText(group.params, name);
    if (value === undefined) continue;
    const own = startParameter(name, undefined, context) ?? rayStartDefault(name, group.role);
    if (own === value) leftOut.push({ name, value });
    else if (name === "num-cpus")
      addCpus(node, value, context.cpus.limit === undefined && context.cpus.request === undefined);
    else if (name === "resources") addResources(node, value);
    else if (!refusedParameters.has(name) && startParameterProblem(name) === undefined) {
      params[name] = value;
    }
  }
  if (Object.keys(params).length > 0) node.ray_start_params = params satisfies TextMap;
  return leftOut;
}

function addCpus(node: NodeDraft, value: string, isAssumed: boolean): void {
  if (!/^[0-9]{1,6}$/.test(value)) return;
  node.ray_cpus = Number(value);
  // What is not asked for must be assumed, and must not be what Ray is told, which the compiler would leave to Ray.
  if (isAssumed && node.ray_cpus === node.cpu) node.cpu += 1;
}

function addResources(node: NodeDraft, value: string): void {
  const resources = readResourcesText(value) === "sound" ? parseResources(value) : undefined;
  if (resources !== undefined && Object.keys(resources).length > 0) node.ray_resources = resources;
}
