import { ownFieldAt, ownInteger, ownText } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import { goDurationSeconds } from "../go-duration.ts";
import type { Law } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

const TIMEOUT = "ray.io/initializing-timeout";

/**
 * Service settings
 *
 * A RayService brings a cluster, which the CRDs before 1.4 do not require. Its head Service has no name of its own; old
 * clusters are deleted after a delay that is not negative, and the annotation ray.io/initializing-timeout is a positive
 * duration.
 *
 * See ValidateRayServiceSpec and ValidateRayServiceMetadata in ray-operator/controllers/ray/utils/validation.go, v1.3.0 and
 * v1.5.0.
 */
export const serviceSettings: Law = defineLaw({
  code: "service-settings",
  kinds: ["RayService"],
  *check({ annotations, cluster, spec }, target) {
    if (cluster === undefined) {
      yield {
        path: ["spec", "rayClusterConfig"],
        message: "The RayService has no rayClusterConfig.",
        consequence: "The operator makes no cluster of it.",
        hint: "Write rayClusterConfig with a headGroupSpec.",
      };
    }
    if (!isFrom(target, "1.3")) return;
    const name = ownFieldAt(cluster?.head.data, "headService", "metadata", "name");
    if (cluster !== undefined && name !== undefined && name !== "") {
      yield {
        path: [...cluster.head.path, "headService", "metadata", "name"],
        message: `A RayService names its head Service itself, so the name cannot be ${showText(wordText(name))}.`,
        consequence: "KubeRay 1.3 and later refuse that.",
        hint: "Remove the name.",
      };
    }
    if (!isFrom(target, "1.5")) return;
    const consequence = "KubeRay 1.5 and later refuse that.";
    const delay = ownInteger(spec, "rayClusterDeletionDelaySeconds") ?? 0;
    if (delay < 0) {
      const message = `rayClusterDeletionDelaySeconds (${delay}) is below 0.`;
      const path = ["spec", "rayClusterDeletionDelaySeconds"];
      yield { path, message, consequence, hint: "Write 0 or more." };
    }
    const timeout = ownText(annotations, TIMEOUT) ?? "";
    if (timeout === "" || (goDurationSeconds(timeout) ?? 0) > 0) return;
    yield {
      path: ["metadata", "annotations", TIMEOUT],
      message: `${showText(timeout)} is not a positive duration.`,
      consequence,
      hint: "Write a Go duration, such as 5m, or whole seconds.",
    };
  },
});
