import type { Finding } from "../../diagnostics/diagnostic.ts";
import { formatPath } from "../../diagnostics/path.ts";
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
  if (overlay === undefined) return NOTHING;
  const { document, path } = overlay;
  const place = `${formatPath(path)} of the ${document}`;
  const finding: Finding = {
    code: "invalid-option",
    document: "options",
    path: [MERGER_OPTION],
    message: `Pod templates are not merged here, but there is one at ${place}.`,
    hint: "Use compile of raycluster-compiler, which merges pod templates.",
    related: [{ document, path, message: "This is the pod template." }],
  };
  return { ...NOTHING, findings: [finding] };
};

const NOTHING: MergedTemplates = Object.freeze({ findings: [], pods: new Map() });
