import type { Source } from "../../diagnostics/diagnostic.ts";
import { layerDocuments } from "../layer-documents.ts";

/** A request with partial requests laid over it; scaling groups are known by their names. */
export function layerRequest(request: Source, patches: readonly Source[]): Source {
  return layerDocuments(request, patches, {
    namedLists: NAMED_LISTS,
    defaultName: (index) => `worker-group-${index}`,
  });
}

const NAMED_LISTS: readonly string[] = Object.freeze(["config.scaling_groups"]);
