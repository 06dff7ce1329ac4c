import { isObject, ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { closestName } from "../../diagnostics/suggest.ts";
import { definePodLaw } from "./pod-law.ts";
import { asksForEmptyDir, sourcesOf, VOLUME_SOURCES } from "./volume-sources.ts";

/** A volume without a source becomes an empty directory. Source: Kubernetes, SetDefaults_Volume. */
export const podVolumeWithoutSource = definePodLaw({
  code: "pod-volume-without-source",
  concerns: ["volumes"],
  *check({ volumes }) {
    for (const volume of volumes) {
      if (!isObject(volume.data) || sourcesOf(volume).length > 0 || asksForEmptyDir(volume))
        continue;
      const others = Object.keys(volume.data).filter((key) => key !== "name");
      const closest = others.slice(0, 5).flatMap((key) => closestName(key, VOLUME_SOURCES) ?? []);
      const name = showText(ownText(volume.data, "name") ?? "");
      yield {
        path: volume.path,
        message: `The volume ${name} has no source that Kubernetes knows; it becomes an empty directory.`,
        hint:
          closest[0] === undefined
            ? "Add its source, or write emptyDir: {} if you want an empty directory."
            : `Did you mean ${closest[0]}?`,
      };
    }
  },
});
