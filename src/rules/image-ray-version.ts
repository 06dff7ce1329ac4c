import { showText } from "../diagnostics/show.ts";
import { fallsShortOfProbes } from "../ray/falls-short-of-probes.ts";
import { isSameRay, rayOfImage } from "../ray/image-tag.ts";
import { findingsOn } from "./findings-on.ts";
import { nodeImages } from "./node-images.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { rayImages } from "./subjects.ts";

/**
 * Image Ray version
 *
 * The tag of an official Ray image names the Ray of ray_version, which decides the autoscaler and the probes.
 *
 * See kuberay#931 and kuberay#3514
 */
export const imageRayVersion: Rule = defineRule({
  code: "image-ray-version",
  about: rayImages,
  check(facts) {
    const { rayVersion, rayVersionText } = facts;
    if (rayVersion === undefined || rayVersionText === undefined) return [];
    return findingsOn(nodeImages(facts), ({ image, place }): readonly RuleFinding[] => {
      const tagged = rayOfImage(image);
      if (tagged === undefined || isSameRay(tagged.version, rayVersionText)) return [];
      if (fallsShortOfProbes(image, facts)) return [];
      const { version, hasDigest } = tagged;
      return [
        {
          ...place,
          message: `The image's tag names Ray ${version}, but ray_version is ${showText(rayVersionText)}.`,
          hint: hasDigest
            ? `Set ray_version to ${showText(version)}, unless the digest belongs to another image than the tag.`
            : `Set ray_version to ${showText(version)}, or use an image with Ray ${rayVersionText}.`,
          related: [{ document: "request", path: ["ray_version"], message: "ray_version is here" }],
        },
      ];
    });
  },
});
