import { annotationKeyProblem } from "../../src/api/identifiers/annotation-key.ts";
import { dns1035LabelProblem, dns1123LabelProblem } from "../../src/api/identifiers/dns-label.ts";
import { dns1123SubdomainProblem } from "../../src/api/identifiers/dns-subdomain.ts";
import { extendedResourceNameProblem } from "../../src/api/identifiers/extended-resource-name.ts";
import { imageReferenceProblem } from "../../src/api/identifiers/image-reference.ts";
import { labelKeyProblem } from "../../src/api/identifiers/label-key.ts";
import { labelValueProblem } from "../../src/api/identifiers/label-value.ts";

export type Kind = keyof typeof problems;

/** What says why a text is no identifier of a kind. */
export const problems = Object.freeze({
  dns1123Label: dns1123LabelProblem,
  dns1035Label: (text: string) => dns1035LabelProblem(text),
  dns1123Subdomain: (text: string) => dns1123SubdomainProblem(text),
  labelKey: labelKeyProblem,
  labelValue: labelValueProblem,
  annotationKey: annotationKeyProblem,
  extendedResourceName: extendedResourceNameProblem,
  imageReference: imageReferenceProblem,
});

export const kinds = Object.keys(problems) as readonly Kind[];
