import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { CompileResult } from "../../src/compile-documents.ts";
import { compileRead, prepareDeployment } from "../../src/compile-documents.ts";
import { readDeployment } from "../../src/model/read-documents.ts";
import { readReplacements } from "../../src/model/read-replacements.ts";
import { resolveDeployment } from "../../src/model/resolve.ts";
import { examineSettings } from "../../src/model/settings/examine-settings.ts";
import { refusedPlaces } from "../../src/rules/refused-places.ts";
import { mergePodTemplates } from "../../src/validate/overlays/merge-pod-templates.ts";
import { readSource } from "../../src/yaml/read-source.ts";
import { mutated } from "../schemas/mutated.ts";
import { fullRequest, richRequest, settings, simpleRequest } from "../schemas/sample-documents.ts";

/** As `compile` does it where it makes no quick copies. */
function compiledSlowly(request: unknown, values: unknown): CompileResult {
  const examined = examineSettings(values, readDeployment(values, readReplacements(undefined)));
  const deployment = {
    ...prepareDeployment(),
    settings: examined,
    resolved: resolveDeployment(examined),
    refused: refusedPlaces(examined),
  };
  const source = readSource(request, "request");
  return compileRead({ input: request, source }, deployment, { mergePodTemplates });
}

test("an object that is copied quickly compiles as one that is read and examined", () => {
  const requests = [simpleRequest, fullRequest, richRequest];
  const request = fc.oneof(...requests.map(mutated), fc.constantFrom(...requests));
  const values = fc.oneof(mutated(settings), fc.constantFrom<unknown>(settings, {}));
  let compiledCount = 0;
  fc.assert(
    fc.property(request, values, (document, deployment) => {
      const result = compile(document, deployment);
      if (result.ok) compiledCount += 1;
      expect(result).toEqual(compiledSlowly(document, deployment));
    }),
    { examples: requests.map((document) => [document, settings]) },
  );
  expect(compiledCount).toBeGreaterThan(0);
});
