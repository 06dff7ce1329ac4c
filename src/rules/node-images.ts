import type { Path } from "../diagnostics/path.ts";
import { formatPath } from "../diagnostics/path.ts";
import type { Cluster } from "../model/cluster.ts";
import { distinctNodes } from "./nodes.ts";

/** An image that nodes run, and where the request names it. */
export interface NodeImage {
  readonly image: string;
  readonly path: Path;
}

/** Every image that is used, once for each place that names it. */
export function nodeImages(cluster: Cluster | undefined): readonly NodeImage[] {
  if (cluster === undefined) return [];
  const nodes = distinctNodes(cluster);
  const [only] = nodes;
  if (nodes.length === 1 && only !== undefined) {
    return only.image === undefined ? [] : [{ image: only.image, path: only.imagePath }];
  }
  const images = new Map<string, NodeImage>();
  for (const { image, imagePath: path } of nodes) {
    if (image !== undefined) images.set(formatPath(path), { image, path });
  }
  return [...images.values()];
}
