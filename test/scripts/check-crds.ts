// Every valid fixture, compiled for every release, against the real CRDs, where they lie beside the project: npm run check:crds
import { checkFixtures } from "../crds/check-fixtures.ts";
import { crdChecker } from "../crds/crd-checker.ts";
import { crdFolder, crdReleases, crdsAreMissing, readCrd } from "../crds/crd-files.ts";
import { cases } from "../golden/cases.ts";

if (crdsAreMissing) {
  console.error(`SKIPPED: the folder ${crdFolder} is missing, so no CRD was checked.`);
} else {
  const valid = await cases("valid");
  for (const release of crdReleases) {
    const mistakes = checkFixtures(valid, release, crdChecker(readCrd(release)));
    console.log(`KubeRay ${release}: ${valid.length} manifests, ${mistakes.length} mistakes`);
    for (const mistake of mistakes) console.error(`  ${mistake}`);
    if (mistakes.length > 0) process.exitCode = 1;
  }
}
