import type { Source } from "../../diagnostics/diagnostic.ts";
import { layerDocuments } from "../layer-documents.ts";
import { prefixName } from "./prefix-name.ts";

/** A request with partial requests laid over it; scaling groups are known by their names. They may have a `name_prefix`. */
export function layerRequest(request: Source, patches: readonly Source[]): Source {
  const layered = layerDocuments(request, patches, {
    namedLists: NAMED_LISTS,
    defaultName: (index) => `worker-group-${index}`,
  });
  return prefixName(request, layered);
}

const NAMED_LISTS: readonly string[] = Object.freeze(["config.scaling_groups"]);
