import type { Toleration } from "../../api/identifiers/toleration.ts";
import { tolerationProblems } from "../../api/identifiers/toleration.ts";
import { isObject, ownField, ownText } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import type { Place } from "./place.ts";
import { fieldAt, itemsAt } from "./place.ts";
import { definePodLaw } from "./pod-law.ts";

/** Tolerations. Source: Kubernetes, ValidateTolerations. */
export const podToleration = definePodLaw({
  code: "pod-toleration",
  concerns: ["tolerations"],
  *check({ spec }) {
    for (const place of itemsAt(spec, "tolerations")) {
      if (!isObject(place.data)) continue;
      const toleration = readToleration(place);
      for (const { field, problem, hint } of tolerationProblems(toleration)) {
        const value = field === undefined ? undefined : toleration[field];
        const part = field === undefined ? "" : `'s ${field} ${shown(value)}`;
        const message = `The toleration${part} is not valid. ${problem}`;
        const path = field === undefined ? place.path : fieldAt(place, field).path;
        yield { path, message, hint };
      }
    }
  },
});

function readToleration({ data }: Place): Toleration {
  const seconds = ownField(data, "tolerationSeconds");
  return {
    key: ownText(data, "key"),
    operator: ownText(data, "operator"),
    value: ownText(data, "value"),
    effect: ownText(data, "effect"),
    tolerationSeconds: typeof seconds === "number" ? seconds : undefined,
  };
}

function shown(value: string | number | null | undefined): string {
  return typeof value === "string" ? showText(value) : wordText(value);
}
