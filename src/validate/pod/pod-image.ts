import { ownField } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { containerTitle } from "./built-container.ts";
import { fieldAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

/** As Go's strings.TrimSpace sees it. */
const SPACE_AT_END =
  /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;

/** Every container names an image. Source: Kubernetes, validateContainerCommon and ValidatePodCreate. */
export const podImage = definePodLaw({
  code: "pod-image",
  *check({ judged }) {
    for (const container of judged) {
      // The autoscaler runs in the head's image unless another is named.
      const isNamed = ownField(container.data, "image") !== undefined;
      if (!isNamed && container.isOperators) continue;
      const { data, path } = fieldAt(container, "image");
      if (data === undefined || data === "") {
        const message = `${containerTitle(container)} has no image.`;
        yield { path, message, hint: "Name the image to run." };
      } else if (typeof data === "string" && SPACE_AT_END.test(data)) {
        const message = `The image ${showText(data)} starts or ends with white space.`;
        yield { path, message, hint: `Write ${showText(data.trim())}.` };
      }
    }
  },
});
