import { imageReferenceProblem } from "../../api/identifiers/image-reference.ts";
import { showText } from "../../diagnostics/show.ts";
import { fieldAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

/** Kubernetes takes any text for an image; the container runtime does not: InvalidImageName. */
export const podImageForm = definePodLaw({
  code: "pod-image-form",
  *check({ judged }) {
    for (const container of judged) {
      const place = fieldAt(container, "image");
      const { data } = place;
      // Empty, or with white space at an end, it is refused: pod-image.
      if (typeof data !== "string" || data === "" || data !== data.trim()) continue;
      const problem = imageReferenceProblem(data);
      if (problem === undefined) continue;
      const message = `The image ${showText(data)} cannot be pulled. ${problem}`;
      yield { path: place.path, message, hint: "Write it as registry.example.com/team/image:tag." };
    }
  },
});
