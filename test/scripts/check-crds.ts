// Every valid fixture, compiled for every release, against the real CRDs, where they lie beside the project: npm run check:crds
import { existsSync } from "node:fs";
import { checkFixtures } from "../crds/check-fixtures.ts";
import { crdFolder, crdReleases } from "../crds/crd-files.ts";
import { releaseChecker } from "../crds/release-checker.ts";
import { cases } from "../golden/cases.ts";

if (!existsSync(crdFolder)) {
  console.error(`SKIPPED: the folder ${crdFolder} is missing, so no CRD was checked.`);
} else {
  const valid = await cases("valid");
  for (const release of crdReleases) {
    const mistakes = checkFixtures(valid, release, releaseChecker(release));
    console.log(`KubeRay ${release}: ${valid.length} manifests, ${mistakes.length} mistakes`);
    for (const mistake of mistakes) console.error(`  ${mistake}`);
    if (mistakes.length > 0) process.exitCode = 1;
  }
}
