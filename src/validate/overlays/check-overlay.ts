import { checkAgainstApi } from "../../api/check-against-api.ts";
import { isDirective } from "../../api/merge/directives.ts";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { isList, isObject } from "../../diagnostics/own-field.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import { placeIn } from "../../manifest/overlays/merge-overlays.ts";
import type { PodOverlay } from "../../manifest/overlays/pod-overlay.ts";
import type { OverlayApi } from "./overlay-api.ts";

/** Fields of a template that the API does not know, and values of another type. What is missing the merge may add. */
export function checkOverlay(overlay: PodOverlay, { api, field }: OverlayApi): readonly Finding[] {
  const data = { [field]: withoutOrders(overlay.template) };
  return checkAgainstApi(data, api)
    .filter(({ code }) => code !== "api-missing-field" && code !== "api-duplicate-item")
    .map(({ related: _, path, ...finding }) => ({
      ...finding,
      ...placeIn(overlay, path.slice(1)),
    }));
}

/** A patch as the values that it sets: without orders to the merge, and without null, which deletes. Indexes stay. */
function withoutOrders(patch: PlainData): PlainData {
  if (isList(patch)) return patch.map(withoutOrders);
  if (!isObject(patch)) return patch;
  const entries = Object.entries(patch).filter(
    ([key, value]) => !isDirective(key) && value !== null,
  );
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutOrders(value)]));
}
