import { dns1123LabelProblem } from "../../api/identifiers/dns-label.ts";
import { dns1123SubdomainProblem } from "../../api/identifiers/dns-subdomain.ts";
import { ownField, ownText } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import type { BuiltContainer } from "./built-container.ts";
import { containerTitle } from "./built-container.ts";
import { duplicates } from "./duplicates.ts";
import type { Place } from "./place.ts";
import { fieldAt, itemsAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

/** Before this Kubernetes minor the fields are dropped. */
const CLAIMS_SINCE = 34;
const SOURCES = Object.freeze(["resourceClaimName", "resourceClaimTemplateName"]);

/** Dynamic resource allocation. Source: Kubernetes, validatePodResourceClaims. */
export const podResourceClaim = definePodLaw({
  code: "pod-resource-claim",
  concerns: ["claims", "resourceClaims"],
  *check({ spec, judged, kubernetesMinor }) {
    if (kubernetesMinor < CLAIMS_SINCE) return;
    const claims = itemsAt(spec, "resourceClaims");
    for (const claim of claims) yield* claimFindings(claim);
    for (const [first, again] of duplicates(claims, ({ data }) => ownText(data, "name"))) {
      const name = showText(ownText(again.data, "name") ?? "");
      const message = `The resource claim ${name} appears twice.`;
      const related = [{ path: first.path, message: "the first one is here" }];
      yield { path: again.path, message, hint: "Remove one of them.", related };
    }
    const names = claims.flatMap(({ data }) => ownText(data, "name") ?? []);
    for (const container of judged) yield* useFindings(container, names);
  },
});

function* claimFindings(claim: Place): Iterable<PodFinding> {
  const name = ownText(claim.data, "name");
  const problem = name === undefined ? undefined : dns1123LabelProblem(name);
  if (name !== undefined && problem !== undefined) {
    const message = `The resource claim's name ${showText(name)} is not valid. ${problem}`;
    const hint = 'Write it in lower-case letters and digits, with "-" between them.';
    yield { path: fieldAt(claim, "name").path, message, hint };
  }
  // Older CRDs have the two names in an object of their own.
  if (ownField(claim.data, "source") !== undefined) return;
  const named = SOURCES.filter((key) => ownField(claim.data, key) !== undefined);
  if (named.length !== 1) {
    const message = `The resource claim names ${named.length === 0 ? "neither" : "both"} ${named.length === 0 ? SOURCES.join(" nor ") : SOURCES.join(" and ")}.`;
    yield { path: claim.path, message, hint: "Keep exactly one of them." };
  }
  for (const key of named) {
    const { data, path } = fieldAt(claim, key);
    const nameProblem = typeof data === "string" ? dns1123SubdomainProblem(data) : undefined;
    if (nameProblem === undefined) continue;
    const message = `${key} ${showText(wordText(data))} is not valid. ${nameProblem}`;
    yield { path, message, hint: "Use the name of the object in the cluster." };
  }
}

function* useFindings(container: BuiltContainer, names: readonly string[]): Iterable<PodFinding> {
  const known = new Set(names);
  const uses = itemsAt(fieldAt(container, "resources"), "claims");
  for (const use of uses) {
    const name = ownText(use.data, "name");
    if (name !== undefined && !known.has(name)) {
      const message = `${containerTitle(container)} uses the resource claim ${showText(name)}, which the pod's resourceClaims do not list.`;
      const hint = didYouMean(name, names.slice(0, 100)) ?? "List it in the pod's resourceClaims.";
      yield { path: fieldAt(use, "name").path, message, hint };
    }
    const request = ownText(use.data, "request");
    const problem = request === undefined ? undefined : dns1123LabelProblem(request);
    if (request === undefined || request === "" || problem === undefined) continue;
    const message = `The claim's request ${showText(request)} is not valid. ${problem}`;
    yield { path: fieldAt(use, "request").path, message, hint: "Write the request's name." };
  }
  const keyOf = ({ data }: Place) =>
    JSON.stringify([ownText(data, "name"), ownText(data, "request")]);
  for (const [first, again] of duplicates(uses, keyOf)) {
    const message = "The container lists a resource claim twice.";
    const related = [{ path: first.path, message: "the first one is here" }];
    yield { path: again.path, message, hint: "Remove one of them.", related };
  }
}
