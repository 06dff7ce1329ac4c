import { ownField, ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import type { Law } from "../../kuberay/laws/law.ts";
import { defineLaw } from "../../kuberay/laws/law.ts";
import { kuberayRelease } from "../../kuberay/releases.ts";
import { parseVersion } from "../../kuberay/version.ts";
import { groupsOf, groupTitle } from "../../kuberay/views/cluster-spec-view.ts";
import { fallsShortOfProbes } from "../falls-short-of-probes.ts";
import { rayOfImage } from "../image-tag.ts";

/**
 * Image fails probes
 *
 * From 1.6 on KubeRay probes pods by HTTP where rayVersion names Ray 2.53 or newer, at a path that an older Ray does not serve.
 * The tag of an official image tells which Ray is in it.
 *
 * See initLivenessAndReadinessProbe in ray-operator/controllers/ray/common/pod.go, v1.6.0.
 */
export const imageFailsProbes: Law = defineLaw({
  code: "image-fails-probes",
  severity: "warning",
  since: "1.6",
  *check({ cluster }, { kuberay }) {
    if (cluster === undefined) return;
    const choice = {
      rayVersion: parseVersion(cluster.rayVersion),
      release: kuberayRelease(kuberay),
    };
    for (const group of groupsOf(cluster)) {
      const [first] = group.containers;
      const image = ownText(first?.data, "image") ?? "";
      const tagged = rayOfImage(image);
      if (first === undefined || tagged === undefined) continue;
      const isProbed = ["livenessProbe", "readinessProbe"].some(
        (probe) => ownField(first.data, probe) === undefined,
      );
      if (!isProbed || !fallsShortOfProbes(image, choice)) continue;
      yield {
        path: [...first.path, "image"],
        message: `The image's tag names Ray ${tagged.version}, and rayVersion is ${showText(cluster.rayVersion)}, by which KubeRay chooses probes that this Ray fails.`,
        consequence: `The pods of ${groupTitle(group)} are never ready.`,
        hint: `Write rayVersion: ${showText(tagged.version)}, or use an image with Ray ${cluster.rayVersion}.`,
        related: [{ path: [...cluster.path, "rayVersion"], message: "rayVersion is here" }],
      };
    }
  },
});
