import { dns1123LabelProblem } from "../../api/identifiers/dns-label.ts";
import { ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { duplicates } from "./duplicates.ts";
import { fieldAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

/** Names of volumes. Source: Kubernetes, ValidateVolumes. */
export const podVolumeName = definePodLaw({
  code: "pod-volume-name",
  concerns: ["volumes"],
  *check({ volumes }) {
    for (const volume of volumes) {
      const name = ownText(volume.data, "name");
      const problem = name === undefined ? undefined : dns1123LabelProblem(name);
      if (name === undefined || problem === undefined) continue;
      const message = `The volume's name ${showText(name)} is not valid. ${problem}`;
      const hint = 'Write it in lower-case letters and digits, with "-" between them.';
      yield { path: fieldAt(volume, "name").path, message, hint };
    }
    for (const [first, again] of duplicates(volumes, ({ data }) => ownText(data, "name"))) {
      const message = `Two volumes have the name ${showText(ownText(again.data, "name") ?? "")}.`;
      const related = [{ path: fieldAt(first, "name").path, message: "the first one is here" }];
      const hint = "Give one of them another name, or remove it.";
      yield { path: fieldAt(again, "name").path, message, hint, related };
    }
  },
});
