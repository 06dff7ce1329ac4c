import { startParameterProblem } from "../api/identifiers/start-parameter.ts";
import { ownText } from "../diagnostics/own-field.ts";
import type { TextMap } from "../diagnostics/plain-data.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { refusedParameters } from "../kuberay/refused-parameters.ts";
import type { StartContext } from "../kuberay/start-parameters.ts";
import { startParameter } from "../kuberay/start-parameters.ts";
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
    if (startParameter(name, undefined, context) === value) leftOut.push({ name, value });
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
  if (isAssumed && node.ray_cpus === Math.ceil(node.cpu)) node.cpu += 1;
}

function addResources(node: NodeDraft, value: string): void {
  const resources = resourcesOf(value);
  if (resources !== undefined && Object.keys(resources).length > 0) node.ray_resources = resources;
}

/** The custom resources of `--resources` in any of the quotings that people write; undefined where it is none. */
export function resourcesOf(value: string): Readonly<Record<string, number>> | undefined {
  if (value.length > MAXIMUM_LENGTH) return undefined;
  let text = value.trim();
  for (let round = 0; round < 2; round++) {
    const quote = text.charAt(0);
    if (text.length < 2 || !"'\"".includes(quote) || !text.endsWith(quote)) break;
    text = text.slice(1, -1).replaceAll('\\"', '"').replaceAll("\\\\", "\\");
  }
  const read = parsed(text);
  if (!isPlainObject(read)) return undefined;
  const entries: [string, number][] = [];
  for (const [name, count] of Object.entries(read)) {
    if (!Number.isSafeInteger(count)) return undefined;
    entries.push([name, Number(count)]);
  }
  return Object.fromEntries(entries);
}

const MAXIMUM_LENGTH = 100_000;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
