import type { Finding } from "../../diagnostics/diagnostic.ts";
import { formatPath } from "../../diagnostics/path.ts";
import {
  CLUSTER_TEMPLATE,
  clusterOverlay,
  ownerOverlay,
  ownerTemplateFields,
} from "./cluster-overlay.ts";
import type { PodOverlay } from "./pod-overlay.ts";
import { podOverlays } from "./pod-overlays.ts";
import type { MergedTemplates, PodTemplateMerger } from "./pod-template-merger.ts";

/** The option that is missing where pod templates cannot be merged. */
export const MERGER_OPTION = "mergePodTemplates";

/** Takes the place of the merger where none is handed in: one finding that names the first pod template. */
export const refusePodTemplates: PodTemplateMerger = (model) => {
  const { cluster } = model;
  if (cluster === undefined) return NOTHING;
  const nodes = [cluster.head, ...cluster.groups.map(({ node }) => node)];
  const [overlay] = nodes.flatMap((node) => podOverlays(model, node));
  const ofCluster = clusterOverlay(model) === undefined ? undefined : OF_CLUSTER;
  const [ofOwner] = ownerTemplateFields.flatMap((field) => ownerOverlay(model, field) ?? []);
  const template = overlay ?? ofCluster ?? ofOwner;
  if (template === undefined) return NOTHING;
  const { document, path } = template;
  const finding: Finding = {
    code: "invalid-option",
    document: "options",
    path: [MERGER_OPTION],
    message: `Pod templates are not merged here, but there is one at ${formatPath(path)} of the ${document}.`,
    hint: "Use compile of raycluster-compiler, which merges pod templates.",
    related: [{ document, path, message: "This is the pod template." }],
  };
  return { ...NOTHING, findings: [finding] };
};

const NOTHING: MergedTemplates = Object.freeze({ findings: [], pods: new Map() });
const OF_CLUSTER: Pick<PodOverlay, "document" | "path"> = Object.freeze({
  document: "request",
  path: CLUSTER_TEMPLATE,
});
