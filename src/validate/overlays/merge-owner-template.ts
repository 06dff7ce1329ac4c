import { strategicMerge } from "../../api/strategic-merge.ts";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { isObject, ownField, ownObject } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import type { RayManifest } from "../../manifest/manifest.ts";
import type { OwnerTemplateField } from "../../manifest/overlays/cluster-overlay.ts";
import { ownerOverlay, ownerTemplateFields } from "../../manifest/overlays/cluster-overlay.ts";
import { findUnprintable } from "../../manifest/overlays/find-unprintable.ts";
import type { MergedPlace } from "../../manifest/overlays/merged-place.ts";
import type { PodOverlay } from "../../manifest/overlays/pod-overlay.ts";
import { traceMerged } from "../../manifest/overlays/trace-merged.ts";
import type { Trace } from "../../manifest/trace.ts";
import { saidOfJobs, saidOfServices } from "../../model/owner/template-fields.ts";
import type { Salvaged } from "../../model/resolved.ts";
import { checkOverlay } from "./check-overlay.ts";
import { judgeMergedOwner } from "./judge-merged-owner.ts";
import type { OverlayApi } from "./overlay-api.ts";
import { replaceMembers } from "./replace-members.ts";

/**
 * Merges the request's partial spec of a job or of a service over the compiler's, by Kubernetes' strategic merge. What the
 * request says in its own words stays as it is: a template that says it, too, is reported, and then nothing is merged.
 */
export function mergeOwnerTemplates(
  model: Salvaged,
  manifest: RayManifest | undefined,
  apiOf: (field: OwnerTemplateField) => OverlayApi | undefined,
  trace: Trace | undefined,
): readonly Finding[] {
  return ownerTemplateFields.flatMap((field): readonly Finding[] => {
    const overlay = ownerOverlay(model, field);
    if (overlay === undefined) return [];
    if (!isAsked(model, field)) return [withoutOwner(overlay, field)];
    const api = apiOf(field);
    const mistakes = [
      ...findUnprintable(overlay),
      ...findConflicts(overlay, field),
      ...(api === undefined ? [] : checkOverlay(overlay, api)),
    ];
    if (mistakes.length > 0 || manifest === undefined || api === undefined) return mistakes;
    return mergeInto(manifest, overlay, api, trace);
  });
}

function isAsked({ options }: Salvaged, field: OwnerTemplateField): boolean {
  return (field === "job_template" ? options.job : options.service) != null;
}

function withoutOwner({ path }: PodOverlay, field: OwnerTemplateField): Finding {
  const owner = field === "job_template" ? "job" : "service";
  return {
    code: "pod-template-conflict",
    document: "request",
    path,
    target: "key",
    message: `The request has a ${owner} template, but no ${owner}.`,
    hint: `Add ${owner}, or remove ${field}.`,
  };
}

function findConflicts({ template, path }: PodOverlay, field: OwnerTemplateField) {
  const isJob = field === "job_template";
  const names = isJob ? saidOfJobs : saidOfServices;
  return names.flatMap(([manifest, instead]): readonly Finding[] => {
    if (ownField(template, manifest) === undefined) return [];
    return [
      {
        code: "pod-template-conflict",
        document: "request",
        path: [...path, manifest],
        target: "key",
        message: `The ${isJob ? "job" : "service"} template has ${manifest}, which ${instead} says.`,
        hint: `Use ${instead}, and remove ${manifest} here.`,
      },
    ];
  });
}

/** The manifest is fresh, so that it is changed in place. */
function mergeInto(
  manifest: RayManifest,
  overlay: PodOverlay,
  api: OverlayApi,
  trace: Trace | undefined,
): readonly Finding[] {
  const spec = manifest.kind === "RayCronJob" ? manifest.spec.jobTemplate : manifest.spec;
  // Plain data throughout; only its interfaces do not say so.
  const own: PlainObject = Object.assign(Object.create(null), spec);
  const values: (readonly [Path, MergedPlace])[] = [];
  const result = strategicMerge(own, overlay.template, api.type, (path, { from, path: origin }) => {
    values.push([path, { overlay: from === "patch" ? overlay : undefined, path: origin }]);
  });
  if (!result.ok || !isObject(result.value)) {
    return (result.ok ? [] : result.mistakes).map(({ path, message, hint }) => ({
      code: "pod-template-merge",
      document: "request",
      path: [...overlay.path, ...path],
      message,
      hint,
    }));
  }
  const merged = result.value;
  const both = lastRules(own, merged);
  if (both !== undefined) return [{ ...both, path: [...overlay.path, "deletionStrategy"] }];
  const judged = judgeMergedOwner(manifest, merged, overlay, api);
  if (trace !== undefined) {
    traceMerged(own, { template: merged, findings: [], placeOf: () => undefined, values }, trace);
  }
  replaceMembers(spec, merged);
  return judged;
}

/** What is deleted of a schedule's jobs is said twice where shutdown_after_finish says it, too. */
function lastRules(own: PlainObject, merged: PlainObject): Omit<Finding, "path"> | undefined {
  const before = JSON.stringify(ownObject(own, "deletionStrategy"));
  if (before === "{}" || before === JSON.stringify(ownObject(merged, "deletionStrategy"))) {
    return undefined;
  }
  return {
    code: "pod-template-conflict",
    document: "request",
    message:
      "The job template changes deletionStrategy, which job.shutdown_after_finish of a schedule says.",
    hint: "Remove job.shutdown_after_finish, or deletionStrategy here.",
  };
}
