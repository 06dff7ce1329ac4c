import { ownList, ownText } from "../diagnostics/own-field.ts";
import { formatPath } from "../diagnostics/path.ts";
import type { TemplatePlace } from "../model/counted-pod.ts";
import type { Salvaged } from "../model/resolved.ts";
import { distinctNodes } from "./nodes.ts";

/** An image that nodes run, and where the request or a pod template names it. */
export interface NodeImage {
  readonly image: string;
  readonly place: TemplatePlace;
}

/** Every image that is used, once for each place that names it. */
export function nodeImages({ cluster, countedPods }: Salvaged): readonly NodeImage[] {
  if (cluster === undefined) return [];
  const distinct = countedPods === undefined ? distinctNodes(cluster) : [];
  const [only] = distinct;
  if (distinct.length === 1 && only !== undefined) {
    const { image, imagePath: path } = only;
    return image === undefined ? [] : [{ image, place: { document: "request", path } }];
  }
  const images = new Map<string, NodeImage>();
  // Templates may tell a worker from the head where the request has equal nodes.
  const workers = cluster.groups.map(({ node }) => node);
  const nodes = countedPods === undefined ? distinct : [cluster.head, ...workers];
  for (const node of nodes) {
    const merged = countedPods?.get(node);
    const inTemplate = merged?.placeOf(["spec", "containers", 0, "image"]);
    const image =
      merged === undefined
        ? node.image
        : ownText(ownList(merged.podSpec, "containers")[0], "image");
    const place = inTemplate ?? { document: "request", path: node.imagePath };
    if (image !== undefined) {
      images.set(`${place.document} ${formatPath(place.path)}`, { image, place });
    }
  }
  return [...images.values()];
}
