import { checkAgainstApi } from "../../api/check-against-api.ts";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { MergedPod } from "../../manifest/overlays/merge-overlays.ts";
import { placeIn } from "../../manifest/overlays/merge-overlays.ts";
import type { MergedPlace } from "../../manifest/overlays/merged-place.ts";
import type { PodOverlay } from "../../manifest/overlays/pod-overlay.ts";
import { checkPodTemplate } from "../pod/check-pod-template.ts";
import type { PodContext } from "../pod/pod-context.ts";
import { newFindings } from "./new-findings.ts";
import type { OverlayApi } from "./overlay-api.ts";

/**
 * What is wrong with a merged pod template and was not with the compiler's own: fields that the API requires, items that
 * stand twice, and Kubernetes' laws of pods. Each finding stands where the overlay set the value.
 */
export function judgeMergedPod(
  own: PlainObject,
  merged: MergedPod,
  overlays: readonly PodOverlay[],
  { api, field }: OverlayApi,
  context: PodContext,
): readonly Finding[] {
  const last = overlays.at(-1);
  if (last === undefined) return [];
  const judge = (template: PlainObject) => checkPodTemplate(template, context);
  const ofLaws = newFindings(judge, own, merged.template);
  const ofApi = checkAgainstApi({ [field]: merged.template }, api).filter(
    ({ code }) => code === "api-missing-field" || code === "api-duplicate-item",
  );
  if (ofApi.length === 0 && ofLaws.length === 0) return [];
  const within = placesWithin(merged);
  return [
    ...ofApi.map((finding) => movedToOverlay(finding, [field], merged, within, last)),
    ...ofLaws.map((finding) => movedToOverlay(finding, context.path, merged, within, last)),
  ];
}

/** A finding of the merged template, told of what set the value: of the last overlay where no one overlay did. */
export function movedToOverlay(
  finding: Finding,
  root: Path,
  merged: MergedPod,
  within: ReadonlyMap<string, MergedPlace>,
  last: PodOverlay,
): Finding {
  const { path, related, target, ...rest } = finding;
  const places = [path, ...(related ?? []).map((place) => place.path)].map((place) =>
    overlayPlace(below(place, root), merged, within),
  );
  const [at, ...others] = places;
  const place = at ?? others.find((other) => other !== undefined);
  const relatedHere = (related ?? []).flatMap(({ message }, index) => {
    const other = others[index];
    if (other?.overlay === undefined || other === place) return [];
    return [{ ...placeIn(other.overlay, other.path), message }];
  });
  return {
    ...rest,
    ...(place?.overlay === undefined ? placeIn(last, []) : placeIn(place.overlay, place.path)),
    ...(target === undefined || at === undefined ? {} : { target }),
    ...(relatedHere.length === 0 ? {} : { related: relatedHere }),
  };
}

/** The path within the template; undefined for a place of the cluster beside it. */
function below(path: Path, root: Path): Path | undefined {
  return root.every((step, index) => path[index] === step) ? path.slice(root.length) : undefined;
}

/** The overlay that set what stands at a path, or something in it, or what stands nearest above it. */
function overlayPlace(
  path: Path | undefined,
  merged: MergedPod,
  within: ReadonlyMap<string, MergedPlace>,
): MergedPlace | undefined {
  if (path === undefined) return undefined;
  for (let length = path.length; length > 0; length--) {
    const above = path.slice(0, length);
    const place = merged.placeOf(above);
    if (place !== undefined) {
      return place.overlay === undefined ? within.get(JSON.stringify(above)) : place;
    }
  }
  return undefined;
}

/** By the path of every value of the compiler's own: the first thing that an overlay set in it. */
export function placesWithin({ values }: MergedPod): ReadonlyMap<string, MergedPlace> {
  const found = new Map<string, MergedPlace>();
  for (const [path, place] of values) {
    if (place.overlay === undefined) continue;
    for (let length = path.length - 1; length > 0; length--) {
      const above = JSON.stringify(path.slice(0, length));
      if (found.has(above)) break;
      found.set(above, place);
    }
  }
  return found;
}
