import { showText, wordText } from "../../diagnostics/show.ts";
import { amountOf, volumeAmounts } from "./amount.ts";
import { definePodLaw } from "./pod-law.ts";

/** What the CRD's pattern lets through and Go does not: an exponent with a fraction. */
const FRACTIONAL_EXPONENT = /^[+-]?(?:\d+\.?\d*|\.\d+)[eE][+-]?(?:\d+\.\d*|\.\d+)$/;

/** Amounts are not negative, and such that the operator can read them. Source: Kubernetes, ValidateNonnegativeQuantity. */
export const podQuantity = definePodLaw({
  code: "pod-quantity",
  concerns: ["limits", "requests", "sizeLimit", "overhead"],
  *check(pod) {
    const ofVolumes = volumeAmounts(pod.spec).map((place) => ({
      place,
      quantity: amountOf(place.data),
    }));
    for (const { place, quantity: amount } of [...pod.amounts, ...ofVolumes]) {
      const { data } = place;
      if (amount !== undefined && amount.nanos < 0n) {
        const message = `The amount is ${wordText(data)}; it must not be negative.`;
        yield { path: place.path, message, hint: "Write 0 or more." };
      } else if (
        amount === undefined &&
        typeof data === "string" &&
        FRACTIONAL_EXPONENT.test(data)
      ) {
        const message = `The amount ${showText(data)} has an exponent with a fraction, which the operator cannot read; it then stops managing all RayClusters.`;
        yield {
          path: place.path,
          message,
          hint: "Write the number out, or use a whole exponent, such as 1e3.",
        };
      }
    }
  },
});
