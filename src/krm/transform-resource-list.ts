import type { CompileOptions } from "../compile-documents.ts";
import type { Path } from "../diagnostics/path.ts";
import { showText } from "../diagnostics/show.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import type { TextDocument } from "../diagnostics/text-document.ts";
import { nameClaim, objectNameOf } from "../manifest/name-claim.ts";
import type { CompiledRequest, SettingsInput } from "./compile-request.ts";
import { compileRequest } from "./compile-request.ts";
import { functionSettings } from "./function-settings.ts";
import type { KrmResult } from "./krm-result.ts";
import { resultOf } from "./krm-result.ts";
import type { PlacedManifest } from "./place-manifests.ts";
import { placeManifests } from "./place-manifests.ts";
import { printResourceList, printResults } from "./print-resource-list.ts";
import type { Resource } from "./resource.ts";
import {
  groupOf,
  identity,
  LOCAL_CONFIG,
  REQUEST_KIND,
  RESOURCE_API_VERSION,
  RESOURCE_GROUP,
  SETTINGS_KIND,
} from "./resource.ts";
import type { ResourceList } from "./resource-list.ts";
import { readResourceList } from "./resource-list.ts";

/** What a function writes. */
export interface Transformed {
  /** Whether no result is an error. */
  readonly ok: boolean;
  /** A ResourceList, with the items that came in where a result is an error. */
  readonly text: string;
  readonly results: readonly KrmResult[];
}

/**
 * The function itself: a ResourceList in, and a ResourceList with a manifest for each request out. Requests are the
 * functionConfig and the items of kind RayClusterRequest. Never throws. `settings` are for requests without settings of
 * their own, where the functionConfig has none either.
 */
export function transformResourceList(
  document: TextDocument,
  settings: SettingsInput | undefined,
  options: CompileOptions,
): Transformed {
  const read = readResourceList(document);
  if (!read.ok) return { ok: false, text: printResults(read.results), results: read.results };
  const { list } = read;
  const configured = functionSettings(list, settings);
  const compiled = requestsOf(list).map((request) =>
    compileRequest(request, list, configured.settings, options),
  );
  const results = unique([
    ...configured.results,
    ...list.items.flatMap((item) => (item === undefined ? [] : misplaced(item, list))),
    ...compiled.flatMap((request) => request.results),
    ...sameNames(compiled),
  ]);
  const ok = !results.some(({ severity }) => severity === "error");
  const placement = placeManifests(list.items, ok ? placedManifests(compiled, list) : []);
  return { ok, text: printResourceList(list, placement, results), results };
}

/** The requests in the order of the items. Where the functionConfig is among the items, it is one of them. */
function requestsOf({ items, functionConfig }: ResourceList): readonly Resource[] {
  const requests = items.filter((item) => item !== undefined).filter(isRequest);
  if (functionConfig === undefined || !isRequest(functionConfig)) return requests;
  const isTwin = (item: Resource) => sameResource(item, functionConfig);
  return requests.some(isTwin) ? requests : [...requests, functionConfig];
}

function isRequest({ reference: { apiVersion, kind } }: Resource): boolean {
  return apiVersion === RESOURCE_API_VERSION && kind === REQUEST_KIND;
}

function sameResource(left: Resource, right: Resource): boolean {
  return identity(left.reference) === identity(right.reference);
}

/** Items of our group that nothing is done with. */
function misplaced(item: Resource, { functionConfig }: ResourceList): readonly KrmResult[] {
  const { apiVersion, kind } = item.reference;
  const origin = { resource: item.reference, place: (path: Path) => path };
  if (groupOf(apiVersion) !== RESOURCE_GROUP || isRequest(item)) return [];
  if (functionConfig !== undefined && sameResource(item, functionConfig)) return [];
  if (apiVersion !== RESOURCE_API_VERSION) {
    const message = `The apiVersion ${showText(apiVersion)} is not known.`;
    return [
      resultOf({ code: "wrong-type", message, hint: `Use ${RESOURCE_API_VERSION}.` }, origin, [
        "apiVersion",
      ]),
    ];
  }
  if (kind === SETTINGS_KIND) {
    const message = "These settings are not used.";
    const hint = "Pass settings for all requests as the functionConfig.";
    return [resultOf({ code: "unknown-field", severity: "warning", message, hint }, origin)];
  }
  const message = `The kind ${showText(kind)} does not exist.`;
  const hint = didYouMean(kind, [REQUEST_KIND, SETTINGS_KIND]) ?? `Use ${REQUEST_KIND}.`;
  return [resultOf({ code: "wrong-type", message, hint }, origin, ["kind"])];
}

/** Requests whose clusters would be one. */
function sameNames(compiled: readonly CompiledRequest[]): readonly KrmResult[] {
  const taken = new Set<string>();
  const results: KrmResult[] = [];
  for (const { manifest, resource } of compiled) {
    if (manifest === undefined) continue;
    const key = nameClaim(objectNameOf(manifest));
    if (taken.has(key)) {
      const message = `Another request also has a cluster with the name ${showText(manifest.metadata.name)}.`;
      const hint = "Give it another name or another namespace.";
      const origin = { resource: resource.reference, place: (path: Path) => path };
      results.push(resultOf({ code: "invalid-name", message, hint }, origin));
    }
    taken.add(key);
  }
  return results;
}

/** A request leaves, unless it is the functionConfig or marked as being for tools only. */
function placedManifests(
  compiled: readonly CompiledRequest[],
  { items, functionConfig }: ResourceList,
): readonly PlacedManifest[] {
  const places = new Map(items.map((item, index) => [item, index]));
  return compiled.flatMap(({ manifest, resource }) => {
    if (manifest === undefined) return [];
    const stays =
      resource.annotations.get(LOCAL_CONFIG) === "true" ||
      (functionConfig !== undefined && sameResource(resource, functionConfig));
    return [{ manifest, requestPlace: stays ? undefined : places.get(resource) }];
  });
}

/** Requests that share their settings share what is wrong with them; it is told once. */
function unique(results: readonly KrmResult[]): readonly KrmResult[] {
  return [...new Map(results.map((result) => [JSON.stringify(result), result])).values()];
}
