import type { PlainData } from "../diagnostics/plain-data.ts";
import type { Api } from "./api.ts";
import type { FieldSpan } from "./field-releases.ts";
import { fieldSpans } from "./field-releases.ts";
import type { Frame } from "./frame.ts";
import type { Judgment } from "./judgment.ts";
import { meantField } from "./meant-field.ts";
import { placeName } from "./place-name.ts";
import type { Release } from "./release.ts";
import { compareReleases, formatRelease } from "./release.ts";

/** What is wrong with an unknown key of an object and, if asked for, what was most likely meant. */
export function judgeUnknownField(
  key: string,
  value: PlainData,
  frame: Frame,
  api: Api,
  suggests: boolean,
): Judgment {
  const name = placeName([key]);
  const spans = fieldSpans(frame.type.name, key);
  if (api.release !== undefined && spans.length > 0) {
    return notInRelease(name, spans, api.apiVersion, api.release);
  }
  const where = placeName(frame.path);
  const meant = suggests ? meantField(key, value, frame) : undefined;
  return {
    code: "api-unknown-field",
    message: `${where} has no field ${name}: the API server drops it, and kubectl refuses the manifest.`,
    hint: meant?.hint ?? "Remove it.",
    ...(meant === undefined ? {} : { meant: meant.places }),
  };
}

function notInRelease(
  name: string,
  spans: readonly FieldSpan[],
  apiVersion: string,
  release: Release,
): Judgment {
  const code = "api-field-not-in-release";
  const target = formatRelease(release);
  const elsewhere = spans.find(({ span }) => isIn(span, release));
  if (elsewhere !== undefined) {
    return {
      code,
      message: `ray.io/${apiVersion} has no field ${name}: the API server drops it, and kubectl refuses the manifest.`,
      hint: `Write apiVersion: ray.io/${elsewhere.apiVersion}, which has it in KubeRay ${target}.`,
    };
  }
  const [first] = spans.filter((entry) => entry.apiVersion === apiVersion).concat(spans);
  const { from, until } = first?.span ?? {};
  if (until !== undefined && compareReleases(release, until) >= 0) {
    return {
      code,
      message: `KubeRay ${target} has no field ${name} any more: ${formatRelease(until)} removed it, so the API server drops it.`,
      hint: "Remove it.",
    };
  }
  const since = from === undefined ? "a later release" : formatRelease(from);
  return {
    code,
    message: `KubeRay ${target} has no field ${name}, which came with ${since}: the API server drops it.`,
    hint: `Remove it, or use KubeRay ${since} or newer${first?.apiVersion === apiVersion ? "" : ` and apiVersion: ray.io/${first?.apiVersion}`}.`,
  };
}

function isIn({ from, until }: FieldSpan["span"], release: Release): boolean {
  return (
    (from === undefined || compareReleases(release, from) >= 0) &&
    (until === undefined || compareReleases(release, until) < 0)
  );
}
