import { keyText } from "../yaml/key-text.ts";
import type { ParsedNode, YAMLMap } from "../yaml/yaml-package.ts";
import { isMap, isScalar } from "../yaml/yaml-package.ts";
import type { ResourceReference } from "./krm-result.ts";

/** The group of the resources that this program reads; there is no such API in a cluster. */
export const RESOURCE_GROUP = "raycluster.dev";
export const RESOURCE_API_VERSION = `${RESOURCE_GROUP}/v1alpha1`;
/** Spec: a request, and perhaps the settings that it is compiled with. */
export const REQUEST_KIND = "RayClusterRequest";
/** Spec: settings for requests that have none of their own. */
export const SETTINGS_KIND = "RayClusterSettings";

/** What tells a tool to keep a resource to itself: kustomize leaves it out of what it builds. */
export const LOCAL_CONFIG = "config.kubernetes.io/local-config";

/** A Kubernetes object in a text, as far as it must be known to tell it from others. */
export interface Resource {
  readonly node: YAMLMap.Parsed;
  readonly reference: ResourceReference;
  /** Of the metadata; those that are text. */
  readonly annotations: ReadonlyMap<string, string>;
}

/** What a node of a resource list is, or undefined where it has no apiVersion or no kind. */
export function resourceOf(node: ParsedNode | null): Resource | undefined {
  if (!isMap(node)) return undefined;
  const apiVersion = textOf(member(node, "apiVersion"));
  const kind = textOf(member(node, "kind"));
  if (apiVersion === undefined || kind === undefined) return undefined;
  const metadata = member(node, "metadata");
  const name = isMap(metadata) ? textOf(member(metadata, "name")) : undefined;
  const namespace = isMap(metadata) ? textOf(member(metadata, "namespace")) : undefined;
  return {
    node,
    reference: {
      apiVersion,
      kind,
      ...(name === undefined ? {} : { name }),
      ...(namespace === undefined ? {} : { namespace }),
    },
    annotations: annotationsOf(isMap(metadata) ? member(metadata, "annotations") : null),
  };
}

/** Group, kind, namespace and name: what no two objects of a cluster share. */
export function identity({ apiVersion, kind, name, namespace }: ResourceReference): string {
  return JSON.stringify([groupOf(apiVersion), kind, namespace ?? "", name ?? ""]);
}

/** `ray.io/v1` -> `ray.io`; the core group is empty. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
}

/** The value of a key of a map, null where there is none. */
export function member(map: YAMLMap.Parsed, name: string): ParsedNode | null {
  return map.items.find(({ key }) => keyText(key) === name)?.value ?? null;
}

/** A scalar that is text. */
export function textOf(node: ParsedNode | null): string | undefined {
  return isScalar(node) && typeof node.value === "string" ? node.value : undefined;
}

function annotationsOf(node: ParsedNode | null): ReadonlyMap<string, string> {
  const annotations = new Map<string, string>();
  if (!isMap(node)) return annotations;
  for (const { key, value } of node.items) {
    const [name, text] = [keyText(key), textOf(value)];
    if (name !== undefined && text !== undefined) annotations.set(name, text);
  }
  return annotations;
}
