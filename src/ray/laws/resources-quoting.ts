import { ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import type { Law } from "../../kuberay/laws/law.ts";
import { defineLaw } from "../../kuberay/laws/law.ts";
import { groupsOf, groupTitle } from "../../kuberay/views/cluster-spec-view.ts";
import type { ResourcesReading } from "../resources-text.ts";
import { readResourcesText } from "../resources-text.ts";

const TROUBLE: Readonly<Record<ResourcesReading, string | undefined>> = Object.freeze({
  sound: undefined,
  unquoted: "are not in quotes, which bash and Ray's autoscaler need",
  fraction: "are not whole numbers, on which Ray's autoscaler fails",
  unreadable: "are not a JSON object in quotes, so Ray cannot read them",
});

/**
 * Resources quoting
 *
 * The start parameter resources is a JSON object of whole numbers, in quotes that are part of the text. Fractions trouble the
 * autoscaler alone.
 *
 * See _get_ray_resources_from_group_spec in Ray's python/ray/autoscaler/_private/kuberay/autoscaling_config.py.
 */
export const resourcesQuoting: Law = defineLaw({
  code: "resources-quoting",
  severity: "warning",
  *check({ cluster }) {
    if (cluster === undefined) return;
    for (const group of groupsOf(cluster)) {
      const text = ownText(group.rayStartParams, "resources");
      if (text === undefined || text === "") continue;
      const reading = readResourcesText(text);
      const trouble = TROUBLE[reading];
      if (trouble === undefined || (reading === "fraction" && !cluster.autoscales)) continue;
      yield {
        path: [...group.path, "rayStartParams", "resources"],
        message: `The resources of ${groupTitle(group)}, ${showText(text)}, ${trouble}.`,
        hint: `Write them like this: "'{\\"name\\": 1}'".`,
      };
    }
  },
});
