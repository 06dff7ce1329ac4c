import { showText } from "../diagnostics/show.ts";
import { formatVersion } from "../kuberay/version.ts";
import { fallsShortOfProbes } from "../ray/falls-short-of-probes.ts";
import { rayOfImage } from "../ray/image-tag.ts";
import { findingsOn } from "./findings-on.ts";
import { nodeImages } from "./node-images.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { rayImages } from "./subjects.ts";

/**
 * Image Ray too old
 *
 * The tag of an official Ray image names no Ray that fails the probes which KubeRay chooses by ray_version: from 1.6 on it
 * probes pods of Ray 2.53 and newer by HTTP, at a path that an older Ray does not serve, and they never become ready.
 *
 * See ray-operator/controllers/ray/common/pod.go, v1.6.0
 */
export const imageRayTooOld: Rule = defineRule({
  code: "image-ray-too-old",
  about: rayImages,
  check(facts) {
    const { kuberayVersion, rayVersionText, release } = facts;
    if (kuberayVersion === undefined || rayVersionText === undefined) return [];
    if (release?.httpProbesSinceRay === undefined) return [];
    return findingsOn(nodeImages(facts), ({ image, place }): readonly RuleFinding[] => {
      const tagged = rayOfImage(image);
      if (tagged === undefined || !fallsShortOfProbes(image, facts)) return [];
      return [
        {
          ...place,
          message: `The image's tag names Ray ${tagged.version}, which fails the probes that KubeRay ${formatVersion(kuberayVersion)} chooses for ray_version ${showText(rayVersionText)}: the pods would never be ready.`,
          hint: `Set ray_version to ${showText(tagged.version)}, or use an image with Ray ${rayVersionText}.`,
          related: [{ document: "request", path: ["ray_version"], message: "ray_version is here" }],
        },
      ];
    });
  },
});
