import { ownField, ownList, ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { groupsOf, groupTitle } from "../views/cluster-spec-view.ts";
import type { ContainerView } from "../views/container-view.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * Ray container first
 *
 * The container that runs Ray is the first one of its pod: KubeRay runs `ray start` there, whatever its name is.
 *
 * See RayContainerIndex in ray-operator/controllers/ray/utils/constant.go, v1.0.0; before, getRayContainerIndex in
 * common/pod.go looks for a variable that nobody sets.
 */
export const rayContainerFirst: Law = defineLaw({
  code: "ray-container-first",
  severity: "warning",
  *check({ cluster }) {
    if (cluster === undefined) return;
    for (const group of groupsOf(cluster)) {
      const [first, ...others] = group.containers;
      if (first === undefined || looksLikeRay(first)) continue;
      const ray = others.find(looksLikeRay);
      if (ray === undefined) continue;
      yield {
        path: first.path,
        message: `KubeRay runs Ray in the first container of ${groupTitle(group)}, which is ${showText(first.name)}; ${showText(ray.name)} looks like Ray's.`,
        hint: `Put ${showText(ray.name)} first.`,
        related: [{ path: ray.path, message: "this looks like Ray's container" }],
      };
    }
  },
});

/** By its name, by an image whose repository is called after Ray, or by a port that only Ray has a name for. */
function looksLikeRay({ name, data }: ContainerView): boolean {
  if (/^ray(?:$|-(?:head|worker|node|container|main)$)|-ray-(?:head|worker)$/.test(name))
    return true;
  const repository = (ownText(data, "image") ?? "")
    .slice(0, 300)
    .replace(/@.*$/, "")
    .replace(/:[^/:]*$/, "");
  if (/(?:^|\/)ray(?:-ml|-llm)?$/.test(repository)) return true;
  return ownList(data, "ports").some((port) => {
    const called = ownField(port, "name");
    return called === "gcs-server" || called === "gcs" || called === "dashboard";
  });
}
