import { ownField, ownText } from "../../diagnostics/own-field.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import { closestName } from "../../diagnostics/suggest.ts";
import { containerTitle } from "./built-container.ts";
import { fieldAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

type Contained = { readonly data?: PlainData | undefined };

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
      const place = fieldAt(container, "image");
      const { data } = place;
      if (data === undefined || data === "") {
        const message = `${containerTitle(container)} has no image.`;
        yield { path: place.path, message, hint: hintFor(container, judged) };
      } else if (typeof data === "string" && SPACE_AT_END.test(data)) {
        const message = `The image ${showText(data)} starts or ends with white space.`;
        yield { path: place.path, message, hint: `Write ${showText(data.trim())}.` };
      }
    }
  },
});

/** A container without an image beside one whose name is alike is mostly meant to be that one. */
function hintFor(container: Contained, containers: readonly Contained[]): string {
  if (containers.length > MOST_CONTAINERS) return NAME_IT;
  const name = ownText(container.data, "name") ?? "";
  const others = containers.flatMap(({ data }): readonly string[] => {
    const other = ownText(data, "name") ?? "";
    const isWhole = other !== name && (ownText(data, "image") ?? "") !== "";
    return isWhole ? [other] : [];
  });
  const meant = closestName(name, others);
  return meant === undefined
    ? NAME_IT
    : `Did you mean the container ${showText(meant)}? If not, name the image to run.`;
}

const NAME_IT = "Name the image to run.";
/** Each name is held against all others. */
const MOST_CONTAINERS = 20;
