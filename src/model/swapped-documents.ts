import type { Finding } from "../diagnostics/diagnostic.ts";
import type { ExaminedRequest } from "./request/examine-request.ts";
import type { ExaminedSettings } from "./settings/examine-settings.ts";

/** A request and settings in each other's place: one mistake, in place of all that can be said of the two. */
export function swappedDocuments(
  request: ExaminedRequest,
  settings: ExaminedSettings,
): Finding | undefined {
  if (request.foreign?.is !== "settings" || settings.foreign?.is !== "request") return undefined;
  return {
    code: "foreign-document",
    document: "request",
    path: request.foreign.path,
    target: "key",
    message: `This is ${request.foreign.kind}, and what is given as settings is a request.`,
    hint: "Swap them: raycluster compile REQUEST --settings SETTINGS, or compile(request, settings).",
    related: [
      { document: "settings", path: settings.foreign.path, message: "the request is here" },
    ],
  };
}
