import { dns1123SubdomainProblem } from "../../api/identifiers/dns-subdomain.ts";
import { showText } from "../../diagnostics/show.ts";
import type { FieldProblem } from "../fields.ts";
import * as field from "../fields.ts";
import { patterns } from "../patterns.ts";
import * as z from "../schema-language.ts";
import { useSubdomainInstead } from "../use-instead.ts";

interface ImagePullSecret {
  readonly name: string;
}

const imagePullSecret: z.Schema<ImagePullSecret> = z.strictObject({
  name: field
    .identifier(
      "invalid-image-pull-secret",
      "The image pull secret's name",
      dns1123SubdomainProblem,
      (text) => useSubdomainInstead(text, "registry"),
    )
    .meta({ description: "Name of the secret.", ...patterns.dns1123Subdomain }),
});

/** From KubeRay 1.2 on the CRD keys the list by name and refuses a manifest that names a secret twice. */
export const imagePullSecrets: z.Schema<readonly ImagePullSecret[]> = field.checked(
  z.array(imagePullSecret),
  (secrets) =>
    secrets.flatMap(({ name }, index): readonly FieldProblem[] => {
      if (secrets.findIndex((secret) => secret.name === name) === index) return [];
      return [
        {
          code: "invalid-image-pull-secret",
          message: `The image pull secret ${showText(name)} is named twice.`,
          hint: "Name it once.",
          path: [index, "name"],
        },
      ];
    }),
);
